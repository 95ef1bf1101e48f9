"""A Google Sheets of our own for tests: the v4 API as its documents and recorded answers say it behaves."""
