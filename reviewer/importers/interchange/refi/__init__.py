"""Projects of the REFI-QDA standard, as NVivo, ATLAS.ti, MAXQDA and others write them."""
