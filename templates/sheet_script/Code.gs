/**
 * callbacksheet in the sheet itself: initials and time on every edit at once, and a menu for the desk.
 * It only ever writes Updated, By and an empty Received of the row that was edited. It never sorts, moves,
 * merges or deletes: that is left to callbacksheet, which does it without losing what somebody is typing.
 */

// Filled in by `callbacksheet init --script`.
const DESK = /*{desk}*/ {
  tab: "",
  timezone: "UTC",
  names: {},
  done: [],
  high: [],
  low: [],
  people: [],
  words: {},
} /*{end}*/;

// ---------------------------------------------------------------- what Google calls

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu(DESK.words.menu)
    .addItem(DESK.words.next, "whoIsNext")
    .addItem(DESK.words.due, "dueNow")
    .addItem(DESK.words.tidy, "tidy")
    .addSeparator()
    .addItem(DESK.words.initials, "askInitials")
    .addToUi();
}

/** A cell was edited: sign its row. Google calls this for what people type, never for what programs write. */
function onEdit(event) {
  const range = event && event.range;
  if (!range) return;
  const sheet = range.getSheet();
  const tab = tabOf(sheet.getParent());
  if (!tab || tab.getSheetId() !== sheet.getSheetId()) return;
  const desk = deskOf(sheet);
  if (!desk || !signs(range, desk)) return;
  const first = Math.max(range.getRow(), desk.header + 1);
  const last = Math.min(range.getLastRow(), sheet.getLastRow());
  const initials = initialsOf(event.user);
  for (let row = first; row <= last; row++) signRow(sheet, desk, row, initials, range);
}

function whoIsNext() {
  const open = openRows(SpreadsheetApp.getActiveSpreadsheet());
  if (!open.rows.length) return tell(DESK.words.nobody);
  const next = open.rows[0];
  open.sheet.setActiveRange(open.sheet.getRange(next.row, 1));
  tell(lineOf(next));
}

function dueNow() {
  const now = nowText();
  const due = openRows(SpreadsheetApp.getActiveSpreadsheet()).rows.filter((one) => one.next_at && one.next_at <= now);
  tell(due.length ? due.map(lineOf).join("\n") : DESK.words.none_due);
}

/** Fill in when a call came where that is empty, and say what the open rows lack. The rest is callbacksheet's. */
function tidy() {
  const open = openRows(SpreadsheetApp.getActiveSpreadsheet());
  let filled = 0;
  const lacking = [];
  for (const one of open.rows) {
    if (!one.received && open.desk.columns.received && (one.name || one.phone) && one.reason) {
      open.sheet.getRange(one.row, open.desk.columns.received).setValue(nowText());
      filled++;
    }
    const lacks = ["phone", "reason"].filter((column) => !one[column]).map((column) => DESK.words[column]);
    if (lacks.length) lacking.push(lineOf(one) + ": " + lacks.join(", "));
  }
  const told = [DESK.words.filled + " " + filled];
  if (lacking.length) told.push(DESK.words.lacking, ...lacking);
  tell([...told, DESK.words.rest].join("\n"));
}

function askInitials() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(DESK.words.initials, DESK.words.which + " " + DESK.people.join(", "), ui.ButtonSet.OK_CANCEL);
  const typed = answer.getResponseText().trim();
  if (answer.getSelectedButton() !== ui.Button.OK || !typed) return;
  const known = DESK.people.find((one) => one.toLowerCase() === typed.toLowerCase());
  PropertiesService.getUserProperties().setProperty("initials", known || typed.slice(0, 4));
}

// ---------------------------------------------------------------- what it does

/** The tab with the mark that callbacksheet left on it, whatever bears its name; before that by its name, or null. */
function tabOf(spreadsheet) {
  if (!DESK.tab) return spreadsheet.getActiveSheet();
  const named = spreadsheet.getSheetByName(DESK.tab);
  if (named && isMarked(named)) return named;
  return spreadsheet.getSheets().find(isMarked) || named || null;
}

/** Whether the mark is this tab's own: that of a copy names the tab it was copied from. */
function isMarked(sheet) {
  const own = String(sheet.getSheetId());
  return sheet.getDeveloperMetadata().some((one) => one.getKey() === "callbacksheet" && one.getValue() === own);
}

/** The header row and the columns by their meaning, wherever the team has put them; null where this is no such tab. */
function deskOf(sheet) {
  const height = Math.min(sheet.getLastRow(), 10);
  if (!height) return null;
  const shown = sheet.getRange(1, 1, height, sheet.getLastColumn()).getDisplayValues();
  for (let row = 0; row < height; row++) {
    const columns = columnsIn(shown[row]);
    if (columns.reason && (columns.name || columns.phone)) return { header: row + 1, columns };
  }
  return null;
}

function columnsIn(texts) {
  const found = {};
  texts.forEach((text, place) => {
    for (const column of Object.keys(DESK.names)) {
      if (!found[column] && DESK.names[column].includes(plain(text))) found[column] = place + 1;
    }
  });
  return found;
}

/** Without case, accents, underscores and punctuation, as callbacksheet compares names; й and ї stay letters. */
function plain(text) {
  return String(text)
    .toLowerCase()
    .replace(/['’ʼ`]/g, "")
    .normalize("NFKD")
    .replace(/(?<!и(?=\u0306)|і(?=\u0308))\p{M}/gu, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether an edit there is a person's word about a row; the tool's columns and the stamps themselves are none. */
function signs(range, desk) {
  const unsigned = ["calls", "updated", "check", "id", "by"].map((column) => desk.columns[column]);
  for (let column = range.getColumn(); column <= range.getLastColumn(); column++) {
    if (!unsigned.includes(column)) return range.getLastRow() > desk.header;
  }
  return false;
}

/**
 * Time and initials, the time beside them too, by which callbacksheet knows who signed it. Initials typed in this very
 * edit stay; those of a change before it do not stand for somebody unknown, so that callbacksheet asks who it was.
 */
function signRow(sheet, desk, row, initials, range) {
  const { updated, by } = desk.columns;
  const shown = sheet.getRange(row, 1, 1, sheet.getLastColumn()).getDisplayValues()[0];
  const typed = Object.keys(desk.columns).some(
    (column) => !["calls", "updated", "check", "id", "by"].includes(column) && shown[desk.columns[column] - 1],
  );
  if (!typed) return;
  const itself = by && range.getColumn() <= by && by <= range.getLastColumn() && shown[by - 1];
  const signed = itself || !initials ? nowText() : nowText() + " " + initials;
  if (updated) sheet.getRange(row, updated).setValue(signed);
  if (by && !itself && shown[by - 1] !== initials) sheet.getRange(row, by).setValue(initials);
}

/** Who is typing, as far as Google tells: initials chosen in the menu, else the beginning of the address. */
function initialsOf(user) {
  const chosen = PropertiesService.getUserProperties().getProperty("initials");
  if (chosen) return chosen;
  let address = "";
  try {
    address = (user && user.getEmail && user.getEmail()) || Session.getActiveUser().getEmail() || "";
  } catch (unknown) {
    return "";
  }
  const name = address.split("@")[0].toLowerCase();
  return DESK.people.find((one) => one.toLowerCase() === name) || "";
}

/** The open rows in calling order: by next time, then urgency, then when they called. Nothing in the tab moves. */
function openRows(spreadsheet) {
  const sheet = tabOf(spreadsheet);
  const desk = sheet && deskOf(sheet);
  if (!desk) return { sheet, desk: { columns: {} }, rows: [] };
  const height = sheet.getLastRow() - desk.header;
  if (height < 1) return { sheet, desk, rows: [] };
  const cells = sheet.getRange(desk.header + 1, 1, height, sheet.getLastColumn());
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const moments = cells.getValues().map((values) => values.map((value) => momentOf(value, zone)));
  const rows = cells
    .getDisplayValues()
    .map((texts, place) => rowOf(texts, moments[place], desk, desk.header + 1 + place))
    .filter((one) => (one.name || one.phone || one.reason) && !isDone(one.status));
  return { sheet, desk, rows: rows.sort(callingOrder) };
}

/** A cell that says no more than that the matter is closed, in words that callbacksheet knows. */
function isDone(status) {
  return DESK.done.includes(plain(status)) && !status.includes("?");
}

/** The day and minute that a cell holds, as text that sorts; "" where it holds words, or a time without a day. */
function momentOf(value, zone) {
  const text = value && value.getTime ? Utilities.formatDate(value, zone, "yyyy-MM-dd HH:mm") : String(value).trim();
  const found = text.match(/^2\d{3}-\d\d-\d\d \d\d:\d\d/);
  return found ? found[0] : "";
}

function rowOf(texts, moments, desk, row) {
  const one = { row };
  for (const column of Object.keys(desk.columns)) one[column] = texts[desk.columns[column] - 1].trim();
  for (const column of ["name", "phone", "reason", "status", "urgency", "received"]) one[column] = one[column] || "";
  one.next = one.next_callback || "";
  one.next_at = moments[desk.columns.next_callback - 1] || "";
  one.received_at = moments[desk.columns.received - 1] || "";
  return one;
}

function callingOrder(one, other) {
  const last = "9999";
  return (
    (one.next_at || last).localeCompare(other.next_at || last) ||
    rank(one) - rank(other) ||
    (one.received_at || last).localeCompare(other.received_at || last) ||
    one.row - other.row
  );
}

function rank(one) {
  if (DESK.high.includes(plain(one.urgency))) return 0;
  return DESK.low.includes(plain(one.urgency)) ? 2 : 1;
}

function lineOf(one) {
  const who = [one.name, one.phone].filter(Boolean).join(", ") || DESK.words.row + " " + one.row;
  return [one.next, who, one.reason].filter(Boolean).join(" · ");
}

/** Now on the desk's clock, as callbacksheet writes times: text that sorts. */
function nowText() {
  return Utilities.formatDate(new Date(), DESK.timezone, "yyyy-MM-dd HH:mm");
}

function tell(text) {
  SpreadsheetApp.getUi().alert(text);
}
