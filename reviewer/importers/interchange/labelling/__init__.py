"""Programs that label texts for machines: brat, doccano, Label Studio, UIMA."""
