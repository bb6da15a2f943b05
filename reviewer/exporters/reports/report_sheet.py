"""The look of a report in HTML: calm, for the screen and for paper, with no font of its own."""

SHEET = """
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1.25rem; max-width: 46rem; color: black;
  background: white; font: 1rem/1.55 "Noto Sans", "Noto Naskh Arabic", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.6rem 0 .6rem; padding-top: .6rem;
  border-top: 2px solid black; }
h3 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .2rem; }
p { margin: .5rem 0; }
a { color: navy; text-underline-offset: .15em; }
ul.plain { list-style: none; padding: 0; margin: .4rem 0; }
.pale, .ref, .top, .facts { color: dimgray; }
.facts { font-size: .92rem; }
.statement { border: 1px solid gray; border-inline-start-width: 5px; padding: .3rem 1rem;
  margin: 1.4rem 0; }
.account { border-top: 1px solid lightgray; padding: .7rem 0 .5rem; }
.top { font-size: .88rem; margin: 0; }
.tag { font-weight: 600; }
.head { margin: .15rem 0 .25rem; }
blockquote { margin: .35rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid silver;
  white-space: pre-line; }
mark { background: lemonchiffon; color: inherit; padding: .05em 0; }
.ref { font-size: .88rem; margin: .2rem 0; }
dl { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; gap: 0 1rem;
  margin: .4rem 0; font-size: .88rem; line-height: 1.45; }
dt { color: dimgray; } dd { margin: 0; white-space: pre-line; }
.hollow { border-bottom: 1px dashed dimgray; }
.ours { white-space: pre-line; border-inline-start: 3px double gray;
  padding-inline-start: .8rem; font-size: .94rem; }
.links { padding-inline-start: 1.1rem; margin: .4rem 0; font-size: .92rem; }
.badge { display: inline-block; border: 1px solid gray; border-radius: .7em;
  padding: 0 .55em; margin-inline-end: .35em; font-size: .84rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: .7rem 0; }
th, td { text-align: start; vertical-align: top; padding: .3rem .5rem;
  border-bottom: 1px solid lightgray; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid black; overflow-wrap: normal; }
#sources table { table-layout: fixed; }
#sources th:nth-child(2), #sources th:nth-child(3) { width: 18%; }
code { font: .8rem/1.5 "Noto Sans Mono", Consolas, monospace; }
code span { margin-inline-end: .45em; }
svg { display: block; box-sizing: border-box; max-width: 100%; height: auto; margin: .6rem 0;
  border: 1px solid lightgray; }
.differ { font-weight: 600; }
nav ol { padding-inline-start: 1.6rem; }
.warn { font-weight: 600; }
@media print {
  @page { margin: 20mm 18mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  .chapter, #method, #sources { break-before: page; }
  h2, h3, h4, .top, .head { break-after: avoid; }
  .differ, .differ + .facts, .differ + .facts + .facts { break-after: avoid; }
  blockquote, svg, tr { break-inside: avoid; }
  mark { background: none; border-bottom: 1.5pt solid black; }
  thead { display: table-header-group; }
}
"""
