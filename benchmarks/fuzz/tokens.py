"""What the formats take for markup, in pieces: cases put them where they do not belong."""

_APART = "¦"


def _split(pieces: str) -> tuple[str, ...]:
    return tuple(pieces.split(_APART))


TOKENS = {
    "html": _split(
        "<p>¦</p>¦<b>¦</b>¦<i>¦<a href='x'>¦</a>¦<div>¦</div>¦<li>¦<td>¦<table>¦</table>¦<br>¦<br/>¦<script>¦</script>¦"
        "<style>¦</style>¦<textarea>¦<title>¦</title>¦<template>¦<noscript>¦<pre>¦\n<pre>\n¦<svg>¦<math>¦<![CDATA[¦]]>¦<!--¦"
        '-->¦<!¦<?php ¦?>¦<¦>¦&¦&amp;¦&amp¦&nbsp;¦&#0;¦&#xD800;¦ title="слово"¦ title=\'¦ alt=слово¦ translate="no"¦'
        "<img alt='слово'>¦<meta charset=windows-1251>¦<body>¦</body>¦<h1>¦</h1>¦<select><option>слово¦<button>слово¦"
        "<input placeholder='слово'>¦<p hidden>¦</br>¦<plaintext>¦<frameset>¦"
        '<script type="application/ld+json">{"headline":"слово"}</script>¦<meta property="og:title" content="слово">¦'
        "<html lang=uk dir=rtl>"
    ),
    "md": _split(
        "*¦**¦_¦`¦```\n¦~~~\n¦# ¦## ¦- ¦1. ¦> ¦\n> ¦\n\n¦\n¦  \n¦\\\n¦    ¦\t¦|¦\n|-|-|\n¦[¦]¦](¦](a)¦[a]: b 'слово'\n¦[^1]¦"
        "\n[^1]: слово\n¦![¦![слово](a)¦<b>¦</b>¦<div>\n¦</div>\n¦<!--¦-->¦{{< a >}}¦{% a %}¦{: .a}¦{#a}¦&nbsp;¦&amp;¦\\¦"
        "\n---\n¦\n===\n¦\n***\n¦---\ntitle: слово\n---\n¦+++\n¦$¦$$\n¦: ¦\n: ¦[ ] ¦- [x] ¦<http://a.b>¦http://a.b¦:::¦~~¦"
        "==¦<br>¦<script>¦<pre>¦\ue000¦title: "
    ),
    "txt": _split("\n\n¦\n¦\r¦\r\n¦ ¦\t¦<1>¦</1>¦<2/>¦\\¦\\<1>¦\u2028¦\xa0¦\x0b¦\x0c¦\x85¦\ufeff"),
    "po": _split(
        'msgid "¦msgstr "¦msgctxt "¦msgid_plural "¦msgstr[0] ¦msgstr[1] ¦"\n¦"¦\\¦\\n¦\\x¦\\320¦#, fuzzy\n¦#~ ¦#| msgid ¦'
        "#: a:1\n¦#. paragraph\n¦# transloc: reviewed by=p7\n¦# transloc: omitted\n¦\n\n¦<1>¦</1>¦<<<<<<< ¦=======\n¦"
        '"Content-Type: text/plain; charset=KOI8-U\\n"\n¦"X-Transloc-Article: a\\n"\n¦\u2028¦\x0c¦\x1a'
    ),
    "docx": _split(
        "<w:p>¦</w:p>¦<w:r>¦</w:r>¦<w:t>¦</w:t>¦<w:t/>¦<w:p/>¦<w:r/>¦<w:t xml:space='preserve'>  </w:t>¦<w:tab/>¦<w:br/>¦"
        "<w:rPr><w:b/></w:rPr>¦<w:ins>¦</w:ins>¦<w:del>¦</w:del>¦<w:hyperlink>¦</w:hyperlink>¦<w:tbl>¦<w:tc>¦<w:sdt>¦&amp;¦"
        "<!--¦-->¦<![CDATA[слово]]>¦<?a b?>¦<!DOCTYPE a>¦&e;¦&#0;¦&#1;¦xmlns:w='x'¦<w:¦<x:t>слово</x:t>¦<w:fldChar/>¦"
        "<w:instrText>слово</w:instrText>¦<w:footnoteReference w:id='2'/>¦<mc:AlternateContent>¦<w:txbxContent>¦]]>¦<¦>¦\""
    ),
}
