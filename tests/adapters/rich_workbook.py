"""A workbook as an office really has it, part by part, with all that openpyxl would silently drop.

Tab "Front desk" (a chart tab stands before it in the file's list): header in row 2 under a banner, five
callers, notes, a comment thread, links, painted and tall rows, a row hidden by the filter, shared formulas,
drop-downs of two kinds, colours, a picture anchor, and parts this tool has never heard of.
"""

# ruff: noqa: E501 - the parts stand here as programs write them
from __future__ import annotations

import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
DATA_PART = "xl/worksheets/sheet2.xml"

CONTENT_TYPES = f"""{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>
<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>
<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>
<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>
<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>
</Types>"""

WORKBOOK = f"""{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15"
 xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><fileVersion appName="xl"/><workbookPr/>
<mc:AlternateContent><mc:Choice Requires="x15"><x15:absPath url="C:\\office\\"/></mc:Choice></mc:AlternateContent>
<bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Lists" sheetId="4" state="hidden" r:id="rId1"/>
<sheet name="Front desk" sheetId="7" r:id="rId2"/></sheets><definedNames>
<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Front desk'!$A$2:$F$7</definedName>
<definedName name="Callers">'Front desk'!$A$3:$A$7</definedName></definedNames><calcPr calcId="191029"/></workbook>"""

WORKBOOK_RELS = f"""{HEAD}<Relationships xmlns="{PACK}">
<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{REL}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/>
<Relationship Id="rId4" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId5" Type="{REL}/calcChain" Target="calcChain.xml"/>
<Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/>
<Relationship Id="rId7" Type="{REL}/customXml" Target="../customXml/item1.xml"/></Relationships>"""

STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf>
<xf numFmtId="0" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="14" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0.00%"/></dxf></dxfs></styleSheet>"""

STRINGS = [
    "Name",
    "Phone",
    "When",
    "Room",
    "Twice",
    "Extra",
    "Dana",
    "Oleg",
    "Maya",
    "Ana",
    "Bo",
    "Callbacks of May",
]

STRINGS_PART = (
    f'{HEAD}<sst xmlns="{MAIN}" count="12" uniqueCount="12">'
    + "".join(f"<si><t>{text}</t></si>" for text in STRINGS[:7])
    + '<si><r><t xml:space="preserve">Ol</t></r><r><rPr><b/></rPr><t>eg</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si>'
    + "".join(f"<si><t>{text}</t></si>" for text in STRINGS[8:])
    + "</sst>"
)

SHEET = f"""{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr filterMode="1"/>
<dimension ref="A1:F7"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B4" sqref="B4"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="2" width="20" customWidth="1"/>
<col min="5" max="16384" width="9.5" style="4"/></cols>
<sheetData><row r="1" spans="1:6" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>11</v></c></row>
<row r="2" spans="1:6" s="1" customFormat="1"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2" s="1" t="s"><v>1</v></c><c r="C2" s="1" t="s"><v>2</v></c><c r="D2" s="1" t="s"><v>3</v></c><c r="E2" s="1" t="s"><v>4</v></c><c r="F2" s="1" t="s"><v>5</v></c></row>
<row r="3" spans="1:6"><c r="A3" t="s"><v>6</v></c><c r="B3"><v>4155550142</v></c><c r="C3" s="3"><v>46150.5625</v></c><c r="D3"><v>3</v></c><c r="E3"><f t="shared" ref="E3:E7" si="0">D3*2</f><v>6</v></c><c r="F3" t="str"><f>"=" &amp; A3</f><v>=Dana</v></c></row>
<row r="4" spans="1:6" ht="30" customHeight="1" x14ac:dyDescent="0.25"><c r="A4" s="2" t="s"><v>7</v></c><c r="B4" s="4" t="inlineStr"><is><t>2-4</t></is></c><c r="C4" s="5"><v>46151</v></c><c r="D4"><v>4</v></c><c r="E4"><f t="shared" si="0"/><v>8</v></c><extLst><ext uri="{{row}}"/></extLst></row>
<row r="5" spans="1:6" hidden="1"><c r="A5" t="s"><v>8</v></c><c r="C5" s="3"><v>46152.25</v></c><c r="D5"><v>5</v></c><c r="E5"><f t="shared" si="0"/><v>10</v></c></row>
<row r="6" spans="1:6"><c r="A6" t="s"><v>9</v></c><c r="D6"><v>6</v></c><c r="E6"><f t="shared" si="0"/><v>12</v></c></row>
<row r="7" spans="1:6"><c r="A7" t="s"><v>10</v></c><c r="D7"><v>7</v></c><c r="E7"><f t="shared" si="0"/><v>14</v></c></row>
</sheetData><autoFilter ref="A2:F7"><filterColumn colId="0"><filters><filter val="Dana"/></filters></filterColumn></autoFilter>
<conditionalFormatting sqref="A3:F7"><cfRule type="expression" dxfId="0" priority="1"><formula>$D3&gt;4</formula></cfRule></conditionalFormatting>
<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D3:D7"><formula1>"3,4,5"</formula1></dataValidation></dataValidations>
<hyperlinks><hyperlink ref="A4" r:id="rId5" tooltip="his card"/><hyperlink ref="A6" location="Lists!A1" display="Ana"/></hyperlinks>
<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId3"/><legacyDrawing r:id="rId2"/>
<mc:AlternateContent><mc:Choice xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" Requires="x14"><controls/></mc:Choice></mc:AlternateContent>
<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B3:B7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"""

SHEET_RELS = f"""{HEAD}<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{REL}/comments" Target="../comments1.xml"/>
<Relationship Id="rId2" Type="{REL}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>
<Relationship Id="rId3" Type="{REL}/drawing" Target="../drawings/drawing1.xml"/>
<Relationship Id="rId4" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>
<Relationship Id="rId5" Type="{REL}/hyperlink" Target="https://example.com/oleg" TargetMode="External"/></Relationships>"""

COMMENTS = f"""{HEAD}<comments xmlns="{MAIN}"><authors><author>MK</author><author>tc={{1}}</author></authors><commentList>
<comment ref="A3" authorId="0"><text><t>Dana prefers text</t></text></comment>
<comment ref="A5" authorId="1"><text><t>[Threaded comment]</t></text></comment>
<comment ref="A7" authorId="0"><text><t>Bo is deaf</t></text></comment></commentList></comments>"""

THREADS = (
    f'{HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="A5" dT="2026-05-08T09:00:00.00" personId="{P}" id="{1}"><text>Who called Maya?</text></threadedComment>'
    '<threadedComment ref="A5" dT="2026-05-08T09:05:00.00" personId="{P}" id="{2}" parentId="{1}"><text>RT</text></threadedComment>'
    "</ThreadedComments>"
)


def _window(row: int, column: int = 0) -> str:
    return (
        f'<v:shape id="s{row}" type="#_x0000_t202"><br>not closed<x:ClientData ObjectType="Note"><x:MoveWithCells/>'
        f"<x:Anchor>1, 15, {row - 1}, 10, 3, 15, {row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    + "".join(_window(row) for row in (2, 4, 6))
    + '<v:shape id="button"><x:ClientData ObjectType="Button"><x:Row>2</x:Row></x:ClientData></v:shape></xml>'
)

UNHEARD_OF = {
    "xl/persons/person.xml": '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="RT" id="{P}"/></personList>',
    "xl/drawings/drawing1.xml": '<xdr:wsDr xmlns:xdr="urn:d"><xdr:sp>a shape</xdr:sp></xdr:wsDr>',
    "xl/media/image1.png": "\x89PNG not really",
    "customXml/item1.xml": "<label>Internal</label>",
    "docMetadata/LabelInfo.xml": '<clbl:labelList xmlns:clbl="urn:x"/>',
    "xl/printerSettings/printerSettings1.bin": "\x00\x01\x02",
    "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><f>COUNTA(Callers)</f><v>5</v></c></row></sheetData></worksheet>',
}


def parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELS,
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS_PART,
        DATA_PART: SHEET,
        "xl/worksheets/_rels/sheet2.xml.rels": SHEET_RELS,
        "xl/comments1.xml": COMMENTS,
        "xl/threadedComments/threadedComment1.xml": THREADS,
        "xl/drawings/vmlDrawing1.vml": VML,
        "xl/calcChain.xml": f'{HEAD}<calcChain xmlns="{MAIN}"><c r="E3" i="7"/><c r="A1" i="4"/></calcChain>',
        **UNHEARD_OF,
    }


def save(path: Path, changed: dict[str, str] | None = None) -> Path:
    """Write the workbook, some parts replaced or added."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (parts() | (changed or {})).items():
            file.writestr(name, text.encode("latin-1") if name.endswith((".png", ".bin")) else text.encode())
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}
