"use strict";
/* folium's pop-ups ask jQuery for the first element of some HTML; this is all of jQuery that they need. */
function $(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.children;
}
