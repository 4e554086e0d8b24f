/** Names no font and no colour of text: those are the reader's own choice. */
export const EPUB_STYLE = `body {
  line-break: strict;
}

/* Breaks at punctuation and where the site lets a heading break. Old readers know the old names. */
h1, h2, h3, h4, h5, h6 {
  line-height: 1.5;
  text-align: start;
  -epub-word-break: keep-all;
  word-break: keep-all;
  word-wrap: break-word;
  overflow-wrap: anywhere;
  page-break-after: avoid;
  break-after: avoid;
  page-break-inside: avoid;
  break-inside: avoid;
}

h1 { font-size: 1.5em; }
h2 { font-size: 1.25em; }
h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }

/* Words and a short quotation behind them. */
.whole {
  display: inline-block;
  max-width: 100%;
}

nav ol {
  list-style: none;
  padding-inline-start: 1.5em;
}

.cover {
  margin: 0;
  text-align: center;
}

.cover img {
  max-width: 100%;
  height: auto;
  max-height: 100vh;
}

.kicker {
  page-break-after: avoid;
  break-after: avoid;
}

.title {
  margin-block-start: 20%;
  text-align: center;
}

.title h1 { text-align: center; }

/* clreq 3.3.1: paragraphs are set off by a two-character indent, without space between them. */
.prose > p, .prose blockquote > p {
  margin-block: 0;
  line-height: 1.8;
  text-align: justify;
  text-indent: 2em;
  orphans: 2;
  widows: 2;
}

.lead, th { font-weight: bold; }

.point {
  display: block;
  margin-block-start: 0.5em;
}

.point .point { padding-inline-start: 2em; }

/* clreq 3.2.3: slanted Han characters read badly. */
em {
  font-style: normal;
  font-weight: bold;
}

.contains-task-list { list-style: none; }

blockquote {
  margin-inline: 0;
  padding-inline-start: 1em;
  border-inline-start: 3px solid #888;
}

pre { white-space: pre-wrap; }

table {
  border-collapse: collapse;
  margin-block: 1em;
}

tr {
  page-break-inside: avoid;
  break-inside: avoid;
}

th, td {
  padding: 0.3em 0.6em;
  border: 1px solid #888;
  text-align: start;
  vertical-align: top;
}

[data-align="center"] { text-align: center; }
[data-align="right"] { text-align: end; }

sup { line-height: 1; }

.footnotes {
  margin-block-start: 2em;
  border-block-start: 1px solid #888;
  font-size: 0.9em;
}
`;
