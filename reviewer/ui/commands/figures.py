"""Pictures of compared figures: copied and saved, from the chart one is at."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.environment.translation import N_, _
from reviewer.ui.commands import Command, Menu, needs, writing
from reviewer.ui.desk import Context
from reviewer.ui.views.events.figure_chart import FigureChart, SentPicture, image_of
from reviewer.ui.views.events.picture_painting import font_of
from reviewer.ui.wording import isolated
from reviewer.workspace.drawings import save_drawing, save_image

SVG, PNG = "svg", "png"
FORMATS = (
    (SVG, N_("Drawing, words stay words (SVG)"), ".svg"),
    (PNG, N_("Picture (PNG)"), ".png"),
)
_LONGEST_NAME = 80  # letters of a file's name
_UNFIT = '\\/:*?"<>|\u2068\u2069'


def chart() -> FigureChart | None:
    """Return the chart that has the keys."""
    here: QWidget | None = QApplication.focusWidget()
    while here is not None and not isinstance(here, FigureChart):
        here = here.parentWidget()
    return here


@needs(N_("Go to a chart of figures first: Tab on the page of an event."))
def at_chart(context: Context) -> bool:
    """Say whether a chart with figures has the keys."""
    found = chart()
    return context.desk is not None and found is not None and found.sent() is not None


def copy_picture(context: Context) -> None:
    """Put the chart on the clipboard as a picture."""
    found = chart()
    if found is not None:
        found.copy_picture()
        context.prompts.inform(_("Copied"))


def save_chart(context: Context) -> None:
    """Save the chart that has the keys."""
    found = chart()
    sent = None if found is None else found.sent()
    if sent is not None:
        save_picture(context, sent)


def save_picture(context: Context, sent: SentPicture) -> None:
    """Ask where to, and save a picture there; raises what writing raises."""
    desk = context.desk
    if desk is None:
        return
    name = "".join(" " if letter in _UNFIT else letter for letter in sent.title)
    name = " ".join(name.split())[:_LONGEST_NAME]
    formats = [(key, _(title), suffix) for key, title, suffix in FORMATS]
    answer = writing.ask_where(
        context, desk, context.prompts.picture_to_write, "picture", name, formats
    )
    if answer is None:
        return
    target, key = answer
    project = desk.workspace.path
    if key == SVG:
        letters = font_of(small=False, bold=False).pixelSize()
        save_drawing(project, target, sent.picture, sent.title, letters)
    else:
        save_image(project, target, _png(sent))
    done = _("Picture saved: {name}").format(name=isolated(target.name))
    writing.tell(context, done, target)


def _png(sent: SentPicture) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(sent.picture))
    return bytes(buffer.data().data())


COMMANDS = (
    Command(
        "figures.copy",
        N_("Copy picture of the chart"),
        copy_picture,
        Menu.VIEW,
        "copy",
        (),
        at_chart,
        starts_group=True,
        help=N_("Puts the chart of figures one is at on the clipboard."),
    ),
    Command(
        "figures.save",
        N_("Save picture of the chart…"),
        save_chart,
        Menu.VIEW,
        "export",
        (),
        at_chart,
        help=N_("Saves the chart of figures one is at as a drawing (SVG) or a picture (PNG)."),
    ),
)
