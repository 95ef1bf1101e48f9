// The sheet's own script: signs what people type, answers from the menu, and never touches anything else.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { Range, Sheet, trueDate, world } = require("./fake_sheets.cjs");

const SCRIPT = process.env.SHEET_SCRIPT;
const HEADERS = ["Received", "Name", "Phone", "Reason", "Status", "Next callback", "Urgency", "Updated", "By", "Room"];
const ROWS = [
  HEADERS,
  ["2026-05-08 09:05", "Dana", "+1 415-555-0142", "reschedule", "Scheduled", "2026-05-08 13:30", "", "", "", "1"],
  ["2026-05-08 09:10", "Ivan", "+1 415-555-0123", "перенос", "Waiting", "2026-05-08 11:30", "", "", "", ""],
  ["2026-05-08 09:20", "Bob", "+1 415-555-0188", "invoice 2207", "Done", "2026-05-08 09:00", "", "", "", ""],
  ["", "Maria", "", "color", "New", "2026-05-08 11:30", "High", "", "", ""],
];

const SIGNED = [[2, 8, "2026-05-08 12:00 MK"], [2, 9, "MK"]];

function desk(rows = ROWS, settings = {}, others = []) {
  const sheet = new Sheet("Callbacks", rows);
  return { sheet, ...world(SCRIPT, [sheet, ...others], { email: "mk@salon.example", ...settings }) };
}

function type(at, row, column, value, { height = 1, width = 1 } = {}) {
  at.sheet.rows[row - 1] = at.sheet.rows[row - 1] || [];
  if (value !== undefined) at.sheet.rows[row - 1][column - 1] = value;
  at.call.onEdit({ range: new Range(at.sheet, row, column, height, width) });
}

test("an edit is signed at once with time and initials", () => {
  const at = desk();
  type(at, 2, 3, "415 555 0199");
  assert.deepStrictEqual(at.sheet.written, SIGNED);
});

test("the same person again is signed by the time, which names them", () => {
  const at = desk();
  at.sheet.rows[1][8] = "MK";
  type(at, 2, 3, "415 555 0199");
  assert.strictEqual(at.sheet.rows[1][7], "2026-05-08 12:00 MK");
  assert.strictEqual(at.sheet.rows[1][8], "MK");
});

test("a column of the team's own is theirs to edit, and signed too", () => {
  const at = desk();
  type(at, 2, 10, "2");
  assert.strictEqual(at.sheet.rows[1][8], "MK");
});

test("several rows pasted are each signed, blank ones not", () => {
  const at = desk();
  at.sheet.rows.push(["", "", "", "", "", "", "", "", "", ""]);
  type(at, 4, 2, undefined, { height: 3, width: 3 });
  assert.deepStrictEqual(at.sheet.written.map(([row]) => row), [4, 4, 5, 5]);
});

test("initials typed in the same edit stay", () => {
  const at = desk();
  at.sheet.rows[1][8] = "JL";
  type(at, 2, 2, undefined, { width: 9 });
  assert.deepStrictEqual(at.sheet.written, [[2, 8, "2026-05-08 12:00"]]);
});

for (const column of [8, 9]) {
  test(`column ${column} alone is a stamp: nothing is signed`, () => {
    const at = desk();
    type(at, 2, column, "JL");
    assert.deepStrictEqual(at.sheet.written, []);
  });
}

test("the header and other tabs are left alone", () => {
  const at = desk();
  type(at, 1, 2, "Caller");
  assert.deepStrictEqual(at.sheet.written, []);
  const others = [new Sheet("Rota", ROWS, { id: 7 }), new Sheet("Copy", ROWS, { id: 8, marks: [["callbacksheet", "0"]] })];
  const among = desk(ROWS, {}, others);
  for (const other of others) among.call.onEdit({ range: new Range(other, 2, 2) });
  assert.deepStrictEqual(others.map((one) => one.written), [[], []]);
});

test("a tab that was renamed is known by the mark that the tool left on it", () => {
  const copy = new Sheet("Copy", ROWS, { id: 8, marks: [["callbacksheet", "5"]] });
  const tab = new Sheet("Calls 2026", ROWS, { id: 5, marks: [["other", "5"], ["callbacksheet", "5"]] });
  const at = { sheet: tab, ...world(SCRIPT, [copy, tab], { email: "mk@salon.example" }) };
  type(at, 2, 3, "415 555 0199");
  assert.deepStrictEqual(tab.written, SIGNED);
  at.call.onEdit({ range: new Range(copy, 2, 2) });
  assert.deepStrictEqual(copy.written, []);
  at.call.whoIsNext();
  assert.strictEqual(tab.active, 5);
});

test("nor is another tab taken for it that bears its name by now", () => {
  const other = new Sheet("Calls", ROWS, { id: 8 });
  const tab = new Sheet("Calls 2026", ROWS, { id: 5, marks: [["callbacksheet", "5"]] });
  const at = { sheet: tab, ...world(SCRIPT, [other, tab], { email: "mk@salon.example" }) };
  type(at, 2, 3, "415 555 0199");
  at.call.onEdit({ range: new Range(other, 2, 2) });
  assert.deepStrictEqual([tab.written, other.written], [SIGNED, []]);
});

test("a tab that is gone is answered kindly", () => {
  const at = { ...world(SCRIPT, [new Sheet("Rota", ROWS)], { email: "mk@salon.example" }) };
  at.call.onEdit({ range: new Range(at.call.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0], 2, 2) });
  at.call.whoIsNext();
  assert.deepStrictEqual(at.told, ["Nobody is waiting."]);
});

test("nobody it cannot know is signed for, but the time is", () => {
  for (const email of ["", null, "stranger@gmail.example"]) {
    const at = desk(ROWS, { email });
    type(at, 2, 3, "1");
    assert.deepStrictEqual(at.sheet.written, [[2, 8, "2026-05-08 12:00"]]);
  }
});

test("a change by somebody unknown is not left under another's initials", () => {
  for (const email of ["", null, "stranger@gmail.example"]) {
    const at = desk(ROWS, { email });
    at.sheet.rows[1][8] = "MK";
    type(at, 2, 3, "1");
    assert.deepStrictEqual(at.sheet.written, [[2, 8, "2026-05-08 12:00"], [2, 9, ""]]);
  }
});

test("unless they typed them in that very edit", () => {
  const at = desk(ROWS, { email: "" });
  at.sheet.rows[1][8] = "JL";
  type(at, 2, 3, "1", { width: 7 });
  assert.deepStrictEqual(at.sheet.written, [[2, 8, "2026-05-08 12:00"]]);
});

test("initials chosen in the menu go before the address", () => {
  const at = desk(ROWS, { answer: "jl" });
  at.call.askInitials();
  type(at, 2, 3, "1");
  assert.strictEqual(at.sheet.rows[1][8], "JL");
});

test("an edit without a range is none", () => {
  desk().call.onEdit({});
  desk().call.onEdit();
});

test("the menu calls what exists", () => {
  const at = desk();
  at.call.onOpen();
  assert.strictEqual(at.menu[0], "Callbacks");
  for (const [, call] of at.menu.slice(1)) assert.strictEqual(typeof at.call[call], "function");
});

test("who is next is the earliest open row, the urgent one first, and is gone to", () => {
  const at = desk();
  at.call.whoIsNext();
  assert.deepStrictEqual(at.told, ["2026-05-08 11:30 · Maria · color"]);
  assert.strictEqual(at.sheet.active, 5);
});

test("due now lists what has come due, in order, Done rows not", () => {
  const at = desk();
  at.call.dueNow();
  assert.deepStrictEqual(at.told, ["2026-05-08 11:30 · Maria · color\n2026-05-08 11:30 · Ivan, +1 415-555-0123 · перенос"]);
  const early = desk(ROWS, { now: "2026-05-08T12:00:00Z" });
  early.call.dueNow();
  assert.deepStrictEqual(early.told, ["Nothing is due now."]);
});

test("true dates are compared as moments, however they are shown, by the sheet's own clock", () => {
  const rows = ROWS.slice(0, 3).map((row) => [...row]);
  rows[1][5] = trueDate("2026-12-01T14:00:00Z", "12/1/2026 9:00");
  rows[2][5] = trueDate("2026-05-08T15:30:00Z", "5/8/2026 11:30");
  const at = desk(rows);
  at.call.dueNow();
  at.call.whoIsNext();
  const ivan = "5/8/2026 11:30 · Ivan, +1 415-555-0123 · перенос";
  assert.deepStrictEqual(at.told, [ivan, ivan]);
  const kyiv = desk(rows, { zone: "Europe/Kyiv" });
  kyiv.call.dueNow();
  assert.deepStrictEqual(kyiv.told, ["Nothing is due now."]);
});

test("a next time that is no moment is not due, and comes last", () => {
  const rows = ROWS.slice(0, 3).map((row) => [...row]);
  for (const typed of ["11:30", "12/1/2026 9:00", "tomorrow", 7, trueDate("1899-12-30T16:30:00Z", "11:30")]) {
    rows[2][5] = typed;
    const at = desk(rows);
    at.call.dueNow();
    at.call.whoIsNext();
    assert.deepStrictEqual(at.told, ["Nothing is due now.", "2026-05-08 13:30 · Dana, +1 415-555-0142 · reschedule"]);
  }
});

test("what the tool reads as Done is no open row, before it was tidied too", () => {
  for (const closed of ["booked!", "closed", "Закрито", "выполнено", "selesai", "cerrado", "done"]) {
    const rows = ROWS.slice(0, 3).map((row) => [...row]);
    rows[2][4] = closed;
    const at = desk(rows);
    at.call.dueNow();
    assert.deepStrictEqual([closed, at.told], [closed, ["Nothing is due now."]]);
    rows[2][4] = closed + "?";
    const asked = desk(rows);
    asked.call.dueNow();
    assert.match(asked.told[0], /Ivan/);
  }
});

test("tidy fills only an empty time of call and says what rows lack", () => {
  const at = desk();
  at.call.tidy();
  assert.deepStrictEqual(at.sheet.written, [[5, 1, "2026-05-08 12:00"]]);
  assert.match(at.told[0], /filled in: 1\n.*\n.*Maria · color: phone\n/);
});

test("columns are found wherever they stand and in other languages", () => {
  const rows = [["наші дзвінки"], ["Статус", "Ім'я", "Телефон", "Причина", "Наступний дзвінок", "Оновлено", "Хто змінив"],
    ["Готово", "Аня", "1", "перенос", "2026-05-08 09:00", "", ""], ["Новий", "Їжак", "2", "запис", "2026-05-08 10:00", "", ""]];
  const at = desk(rows);
  at.call.whoIsNext();
  assert.deepStrictEqual(at.told, ["2026-05-08 10:00 · Їжак, 2 · запис"]);
  type(at, 4, 4, "запис!");
  assert.deepStrictEqual(at.sheet.written, [[4, 6, "2026-05-08 12:00 MK"], [4, 7, "MK"]]);
});

test("an empty tab and a tab of another kind are answered kindly", () => {
  for (const rows of [[], [["a", "b"], ["1", "2"]]]) {
    const at = desk(rows);
    at.call.whoIsNext();
    at.call.dueNow();
    at.call.tidy();
    assert.strictEqual(at.told.length, 3);
    assert.deepStrictEqual(at.sheet.written, []);
  }
});
