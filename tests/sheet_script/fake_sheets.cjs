// A small fake of the services that the sheet's script uses: one spreadsheet, its tabs as rows of text.
"use strict";
const fs = require("fs");
const vm = require("vm");

class Range {
  constructor(sheet, row, column, height = 1, width = 1) {
    Object.assign(this, { sheet, row, column, height, width });
  }
  getSheet() { return this.sheet; }
  getRow() { return this.row; }
  getColumn() { return this.column; }
  getLastRow() { return this.row + this.height - 1; }
  getLastColumn() { return this.column + this.width - 1; }
  getDisplayValues() {
    return Array.from({ length: this.height }, (_, r) =>
      Array.from({ length: this.width }, (_, c) => this.sheet.shown(this.row + r, this.column + c)));
  }
  getValues() {
    return Array.from({ length: this.height }, (_, r) =>
      Array.from({ length: this.width }, (_, c) => this.sheet.value(this.row + r, this.column + c)));
  }
  setValue(value) {
    this.sheet.written.push([this.row, this.column, value]);
    while (this.sheet.rows.length < this.row) this.sheet.rows.push([]);
    this.sheet.rows[this.row - 1][this.column - 1] = value;
  }
}

/** What a cell holds that shows something else than that: a true date. */
const trueDate = (iso, shown) => ({ date: new Date(iso), shown });

class Sheet {
  constructor(name, rows, { id = 0, marks = [] } = {}) {
    Object.assign(this, { name, id, marks, written: [], active: null, parent: null });
    this.rows = rows.map((row) => [...row]);
  }
  getName() { return this.name; }
  getSheetId() { return this.id; }
  getParent() { return this.parent; }
  getDeveloperMetadata() { return this.marks.map(([key, value]) => ({ getKey: () => key, getValue: () => value })); }
  getLastRow() { return this.rows.length; }
  getLastColumn() { return Math.max(0, ...this.rows.map((row) => row.length)); }
  getRange(row, column, height, width) {
    if (row < 1 || column < 1 || height < 1 || width < 1) throw new Error("The coordinates of the range are outside.");
    return new Range(this, row, column, height, width);
  }
  setActiveRange(range) { this.active = range.getRow(); }
  held(row, column) { const value = (this.rows[row - 1] || [])[column - 1]; return value == null ? "" : value; }
  shown(row, column) { const value = this.held(row, column); return value.date ? value.shown : String(value); }
  value(row, column) { const value = this.held(row, column); return value.date || value; }
}

function world(script, sheets, { now = "2026-05-08T16:00:00Z", zone = "America/New_York", email = "", answer = null } = {}) {
  const told = [];
  const menu = [];
  const properties = {};
  const builder = { addItem: (title, call) => (menu.push([title, call]), builder), addSeparator: () => builder, addToUi: () => {} };
  const ui = {
    Button: { OK: "ok" },
    ButtonSet: { OK_CANCEL: "both" },
    createMenu: (title) => (menu.push(title), builder),
    alert: (text) => told.push(text),
    prompt: () => ({ getResponseText: () => answer || "", getSelectedButton: () => (answer === null ? "cancel" : "ok") }),
  };
  const spreadsheet = {
    getSheetByName: (name) => sheets.find((one) => one.name === name) || null,
    getSheets: () => sheets,
    getActiveSheet: () => sheets[0],
    getSpreadsheetTimeZone: () => zone,
  };
  for (const sheet of sheets) sheet.parent = spreadsheet;
  const services = {
    SpreadsheetApp: { getUi: () => ui, getActiveSpreadsheet: () => spreadsheet },
    PropertiesService: { getUserProperties: () => ({ getProperty: (n) => properties[n] || null, setProperty: (n, v) => { properties[n] = v; } }) },
    Session: { getActiveUser: () => ({ getEmail: () => { if (email === null) throw new Error("no permission"); return email; } }) },
    Utilities: { formatDate: (date, zone) => inZone(date, zone) },
    Date: class extends Date { constructor(...given) { super(...(given.length ? given : [now])); } },
  };
  vm.createContext(services);
  vm.runInContext(fs.readFileSync(script, "utf8"), services);
  return { call: services, told, menu, properties };
}

function inZone(date, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return parts.format(date);
}

module.exports = { Range, Sheet, trueDate, world };
