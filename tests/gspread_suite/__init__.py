"""gspread's own tests, and Google's recorded answers to them, held against our test server.

``python -m tests.gspread_suite --repository DIR`` with a clone of https://github.com/burnash/gspread. It is no part
of the ordinary run, which needs no network; its figures stand in the documentation of the server.
"""
