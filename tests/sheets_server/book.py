"""One Google spreadsheet in memory: the API's methods, dictionaries in and out, and the hands of people.

Answers may share parts with each other and with the spreadsheet: they are for reading. A refused request raises
ApiError and has changed nothing. `revision` grows with every change that went in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.sheets_server import saved, values
from tests.sheets_server.batch import UPDATED, run_batch
from tests.sheets_server.errors import ApiError
from tests.sheets_server.fields import EVERYTHING, masked, wanted
from tests.sheets_server.on_tabs import copied_tab, copy_title, fresh_tab_id
from tests.sheets_server.pages import Pages
from tests.sheets_server.resource import new_properties, sheet_properties, spreadsheet, tab_index
from tests.sheets_server.staff import StaffHands
from tests.sheets_server.switches import Switches
from tests.sheets_server.tab import Tab
from tests.sheets_server.values import Render

SERVICE_ACCOUNT = "callbacksheet@example.iam.gserviceaccount.com"


class Book(StaffHands):
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.revision = 0

    @classmethod
    def new(
        cls, spreadsheet_id: str, title: str, switches: Switches | None = None, *, user: str = SERVICE_ACCOUNT
    ) -> Book:
        """A new spreadsheet: one tab, Sheet1, 1000 by 26. `user` is who the API's caller is."""
        pages = Pages(spreadsheet_id, new_properties(title), switches or Switches(), user)
        pages.tabs[0] = Tab(0, "Sheet1")
        return cls(pages)

    @property
    def spreadsheet_id(self) -> str:
        return self.pages.spreadsheet_id

    @property
    def title(self) -> str:
        return str(self.pages.properties["title"])

    @property
    def switches(self) -> Switches:
        return self.pages.switches

    def fork(self, spreadsheet_id: str | None = None, title: str | None = None) -> Book:
        """The same spreadsheet as it stands now, going its own way from here: a Drive copy, or a stale look."""
        pages = self.pages.fork()
        pages.spreadsheet_id = spreadsheet_id or pages.spreadsheet_id
        pages.properties = {**pages.properties, "title": title or pages.properties["title"]}
        other = Book(pages)
        other.revision = self.revision
        return other

    @contextmanager
    def change(self, taint: object = None) -> Iterator[Pages]:
        """A fork to work on; it becomes the spreadsheet when the block ends well."""
        pages = self.pages.fork(taint)
        yield pages
        self.pages = pages
        self.revision += 1

    # spreadsheets

    def get(
        self, ranges: Sequence[str] = (), include_grid_data: bool = False, fields: str | None = None
    ) -> dict[str, Any]:
        """The Spreadsheet resource. With a field mask, the mask alone decides about grid data."""
        want = wanted(fields) if fields else EVERYTHING._replace(grid=include_grid_data)
        return masked(spreadsheet(self.pages, ranges, want), fields, made="")

    def batch_update(self, body: dict[str, Any], fields: str | None = None, *, taint: object = None) -> dict[str, Any]:
        """All requests or none. `taint` marks every cell they enter a value in."""
        with self.change(taint) as pages:
            answer = run_batch(pages, body, fields)
        return masked(answer, fields, made=UPDATED)

    def copy_to(self, sheet_id: int, destination: Book) -> dict[str, Any]:
        """Copy one tab into another spreadsheet (or this one); answers the new tab's properties."""
        source = self.pages.tabs.get(sheet_id)
        if source is None:
            raise ApiError(f"No sheet with id: {sheet_id}")
        with destination.change() as pages:
            tab = copied_tab(pages, source, fresh_tab_id(pages), copy_title(pages, source.title))
            pages.add_tab(tab)
            pages.formulas = pages.formulas or self.pages.formulas
            pages.check_size()
        return sheet_properties(tab, tab_index(pages, tab.id))

    # values

    def values_get(
        self,
        range_: str,
        *,
        major_dimension: str = "ROWS",
        value_render_option: str = "FORMATTED_VALUE",
        date_time_render_option: str = "SERIAL_NUMBER",
    ) -> dict[str, Any]:
        render = Render(value_render_option, date_time_render_option)
        return values.value_range(self.pages, range_, major_dimension, render)

    def values_batch_get(
        self,
        ranges: Sequence[str],
        *,
        major_dimension: str = "ROWS",
        value_render_option: str = "FORMATTED_VALUE",
        date_time_render_option: str = "SERIAL_NUMBER",
    ) -> dict[str, Any]:
        render = Render(value_render_option, date_time_render_option)
        found = [values.value_range(self.pages, each, major_dimension, render) for each in ranges]
        return {"spreadsheetId": self.spreadsheet_id, "valueRanges": found}

    def values_update(
        self,
        range_: str,
        body: dict[str, Any],
        *,
        value_input_option: str | None,
        include_values_in_response: bool = False,
        response_value_render_option: str = "FORMATTED_VALUE",
        response_date_time_render_option: str = "SERIAL_NUMBER",
        taint: object = None,
    ) -> dict[str, Any]:
        option = _input_option(value_input_option)
        if body.get("range") not in (None, range_):
            raise ApiError(f"Requested writing within range [{range_}], but the body says [{body['range']}]")
        with self.change(taint) as pages:
            done = values.write(pages, range_, body, option)
        answer = values.update_answer(pages, done)
        if include_values_in_response:
            render = Render(response_value_render_option, response_date_time_render_option)
            answer["updatedData"] = values.box_values(
                pages, done.tab, done.box, body.get("majorDimension") or "ROWS", render
            )
        return answer

    def values_batch_update(self, body: dict[str, Any], *, taint: object = None) -> dict[str, Any]:
        option = _input_option(body.get("valueInputOption"))
        done = []
        with self.change(taint) as pages:
            for place, each in enumerate(body.get("data") or ()):
                try:
                    done.append(values.write(pages, each.get("range") or "", each, option))
                except ApiError as refused:
                    raise refused.within(f"data[{place}]") from None
        answers = [values.update_answer(pages, each) for each in done]
        if body.get("includeValuesInResponse"):
            render = Render(
                body.get("responseValueRenderOption") or "FORMATTED_VALUE",
                body.get("responseDateTimeRenderOption") or "SERIAL_NUMBER",
            )
            for answer, each, given in zip(answers, done, body["data"], strict=True):
                tab = pages.tab(each.tab.id)
                major = given.get("majorDimension") or "ROWS"
                answer["updatedData"] = values.box_values(pages, tab, each.box, major, render)
        return {"spreadsheetId": self.spreadsheet_id, **values.totals(done), "responses": answers}

    def values_append(
        self,
        range_: str,
        body: dict[str, Any],
        *,
        value_input_option: str | None,
        insert_data_option: str = "OVERWRITE",
        include_values_in_response: bool = False,
        response_value_render_option: str = "FORMATTED_VALUE",
        response_date_time_render_option: str = "SERIAL_NUMBER",
        taint: object = None,
    ) -> dict[str, Any]:
        option = _input_option(value_input_option)
        with self.change(taint) as pages:
            table, done = values.append(pages, range_, body, option, insert_data_option)
        answer: dict[str, Any] = {"spreadsheetId": self.spreadsheet_id}
        if table is not None:
            answer["tableRange"] = table
        answer["updates"] = values.update_answer(pages, done)
        if include_values_in_response:
            render = Render(response_value_render_option, response_date_time_render_option)
            answer["updates"]["updatedData"] = values.box_values(
                pages, pages.tab(done.tab.id), done.box, body.get("majorDimension") or "ROWS", render
            )
        return answer

    def values_clear(self, range_: str) -> dict[str, Any]:
        with self.change() as pages:
            cleared = values.clear(pages, range_)
        return {"spreadsheetId": self.spreadsheet_id, "clearedRange": cleared}

    def values_batch_clear(self, body: dict[str, Any]) -> dict[str, Any]:
        with self.change() as pages:
            cleared = [values.clear(pages, each) for each in body.get("ranges") or ()]
        return {"spreadsheetId": self.spreadsheet_id, "clearedRanges": cleared}

    # keeping

    def to_json(self) -> dict[str, Any]:
        """All of it but taints, for a file."""
        return {"revision": self.revision, **saved.to_json(self.pages)}

    @classmethod
    def from_json(cls, kept: dict[str, Any], switches: Switches | None = None) -> Book:
        book = cls(saved.from_json(kept, switches or Switches()))
        book.revision = int(kept["revision"])
        return book


def _input_option(option: str | None) -> str:
    if option not in {"RAW", "USER_ENTERED"}:
        raise ApiError("'valueInputOption' is required but not specified")
    return option
