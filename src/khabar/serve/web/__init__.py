"""Web pages over the engine: FastAPI, Jinja2 and htmx, everything served from here, nothing from elsewhere.

    app.py       the application: guards, routes of pages, static files
    pages.py     a page a function: what each template is given
    chain.py     the chain of a story as a drawing (SVG)
    marks.py     a text with what was found in it marked
    words.py     the words of the interface in the reader's language
    templates/   static/   locales/
"""
