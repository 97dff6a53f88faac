"""What `mapapp app` and `streamlit run` start; Streamlit would print any other string that stands alone in this file."""

# The processes that share the work on a large dump import this file under another name: they must not draw, nor wait for, the page.
if __name__ == "__main__":
    from mapapp.app.page import draw_page

    draw_page()
