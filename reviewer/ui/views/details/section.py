"""A section of the details about the chosen passage, made elsewhere and put in below its record."""

from PySide6.QtWidgets import QWidget


class Section(QWidget):
    """What is put in with ``DetailsPanel.add_section``; it is told which passage is shown."""

    def show_passage(self, passage: int | None) -> None:
        """Show what there is about a passage; told again when the details read it anew.

        It is told after the text has been painted. A section with nothing to show hides itself.
        """
        raise NotImplementedError
