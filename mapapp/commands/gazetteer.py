"""`mapapp gazetteer info|import|add|remove`: which places there are, and bring one's own."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from gazetteer import Gazetteer, Kind, LatLon, open_gazetteer
from gazetteer.importing.making import LEFT_OUT_FILE, Labels
from gazetteer.importing.naming import MANY_THAT_WIN, counted, proposed_name
from gazetteer.layers import Layer, check_name, layers_folder, remove
from gazetteer.store import data_folder, sha256_of
from mapapp.commands.output import deliver, plain, table
from mapapp.commands.progress import ProgressBar
from mapapp.errors import BadOption

SHOWN_PROBLEMS = 10


def run(options: argparse.Namespace) -> int:
    """Carry out the action."""
    actions = {"info": _info, "import": _import, "add": _add, "remove": _remove}
    return actions[options.action](options)


def _info(_: argparse.Namespace) -> int:
    """Print versions, sources, licences and the notices that maps and exports must carry."""
    world = open_gazetteer()
    versions = table([("data in", str(data_folder())), ("layers in", str(layers_folder())), *world.versions.items()])
    own = {layer.name for layer in world.layers}
    sources = [source for source in world.sources if source.name not in own]
    rows = [(source.title or source.name, source.version, source.licence, source.attribution) for source in sources]
    deliver(f"{versions}\n{table([('source', 'version', 'licence', 'notice'), *rows])}\n{_layers(world.layers)}", None)
    return 0


def _layers(layers: tuple[Layer, ...]) -> str:
    """Return a table of the layers, or how to get one."""
    if not layers:
        return "no layers: `mapapp gazetteer import` brings villages and lists of your own (docs/gazetteer.md)\n"
    head = ("layer", "places", "names", "MB", "version", "licence", "order", "rows left out", "made from")
    rows = [
        (
            layer.name,
            f"{layer.places:,}",
            f"{layer.names:,}",
            f"{layer.size_bytes / 1e6:.1f}",
            layer.version,
            layer.licence or "not said",
            "before all others" if layer.wins else "by prominence",
            f"{layer.left_out:,}",
            ", ".join(name for name, _ in layer.inputs) or layer.title,
        )
        for layer in layers
    ]
    return table([head, *rows])


def _import(options: argparse.Namespace) -> int:
    """Import files: those of a dump together as one layer, or one list."""
    from gazetteer.importing.dump_files import is_dump

    with ExitStack() as stack, ProgressBar() as progress:
        paths = [path for written in options.dump for path in _files_of(written, stack, progress)]
        dump = is_dump(paths[0])
        if not dump and len(paths) > 1:
            raise BadOption("give one list at a time; only files of a GeoNames dump are imported together")
        name = check_name(options.name or proposed_name([path.name for path in paths], dump=dump))
        layer = _import_dump(options, paths, name, progress) if dump else _import_one_list(options, paths[0], name, progress)
    _tell(layer)
    return 0


def _files_of(written: str, stack: ExitStack, progress: ProgressBar) -> list[Path]:
    """Return the files that an argument names; "geonames:KZ" is fetched first."""
    from gazetteer.importing.download import asked_for, download

    wanted = asked_for(written)
    if wanted is None:
        path = Path(written)
        if not path.is_file():
            msg = f"{written}: no such file; give a GeoNames dump (KZ.zip), a .csv, .geojson or .gpkg, or geonames:KZ to fetch one"
            raise BadOption(msg)
        return [path]
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mapapp-")))
    fetched = download(wanted, folder, progress=progress)
    for path in fetched:
        progress.say(f"{path.name}: SHA-256 {sha256_of(path)}")
    return fetched


def _import_dump(options: argparse.Namespace, paths: list[Path], name: str, progress: ProgressBar) -> Layer:
    from gazetteer.importing import import_geonames

    for option in ("columns", "layer", "background"):
        if getattr(options, option):
            msg = f"--{option} is for lists; {paths[0].name} is a GeoNames dump, whose columns are known"
            raise BadOption(msg)
    return import_geonames(paths, name=name, labels=_labels(options), progress=progress)


def _import_one_list(options: argparse.Namespace, path: Path, name: str, progress: ProgressBar) -> Layer:
    from gazetteer.importing import Reading, import_list

    world = Gazetteer()  # without layers: the same list always gives the same layer, and a damaged layer can be imported again
    reading = Reading(columns=options.columns, geopackage_layer=options.layer or None)
    labels = replace(_labels(options), title=options.title or path.name)
    imported = import_list(path, name=name, gazetteer=world, reading=reading, wins=not options.background, labels=labels, progress=progress)
    progress.say("columns: " + ", ".join(f"{field} = {header}" for field, header in imported.columns.items()))
    for note in imported.notes:
        progress.say(note)
    if imported.layer.wins and imported.layer.places > MANY_THAT_WIN:
        progress.say("so long a list comes before all other places of a name; for a country's whole gazetteer give --background")
    return imported.layer


def _labels(options: argparse.Namespace) -> Labels:
    """Return the labels that the options give; for a dump those of GeoNames where they give none."""
    given = {field: getattr(options, field) for field in ("title", "licence", "attribution", "url", "vintage")}
    return Labels(**given)


def _tell(layer: Layer) -> None:
    """Print what was imported, what was mended, and which rows could not be used."""
    lines = [f"imported {_places(layer)} with {counted(layer.names, 'name', 'names')} as {layer.name} ({layer.version})\n"]
    lines += [f"  {count:,} x {what}\n" for what, count in layer.mended.items()]
    if layer.left_out:
        path = layer.folder / LEFT_OUT_FILE
        lines.append(f"  {counted(layer.left_out, 'row', 'rows')} could not be used; all are listed in {path}:\n")
        listed = path.read_text("utf-8").split("\n")[1:-1][:SHOWN_PROBLEMS]
        lines += [f"    {file} line {line}: {reason}\n" for file, line, reason in (row.split("\t", 2) for row in listed)]
    deliver(plain("".join(lines)), None)


def _places(layer: Layer) -> str:
    return counted(layer.places, "place", "places")


def _add(options: argparse.Namespace) -> int:
    """Add one place to a list."""
    from gazetteer.importing import ListedPlace, add_place

    place = ListedPlace(
        name=options.place,
        position=LatLon(options.lat, options.lon),
        aliases=tuple(options.alias),
        kind=None if options.kind is None else Kind(options.kind),
        note=options.note,
        country=options.country or "",
    )
    layer = add_place(place, gazetteer=Gazetteer(), name=check_name(options.list))
    deliver(f"added to {layer.name}, which has {_places(layer)}\n", None)
    return 0


def _remove(options: argparse.Namespace) -> int:
    """Remove layers."""
    for name in options.layer:
        gone = remove(name)
        deliver(f"removed {gone.name}: {_places(gone)}\n", None)
    return 0
