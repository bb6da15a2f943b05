"""The reading pane: by values where it can be, by points and pixels where it must."""
