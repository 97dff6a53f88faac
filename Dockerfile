# docker build -t mapapp . && docker run --rm -p 127.0.0.1:8501:8501 mapapp
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/mapapp
COPY requirements/ requirements/
RUN /opt/mapapp/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/run.txt -r requirements/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY mapapp/ mapapp/
COPY gazetteer/ gazetteer/
COPY data/ data/
RUN /opt/mapapp/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 mapapp
COPY --from=build /opt/mapapp /opt/mapapp
USER mapapp
WORKDIR /home/mapapp
ENV PYTHONUNBUFFERED=1
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["/opt/mapapp/bin/python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
# 0.0.0.0 on purpose: inside a container 127.0.0.1 cannot be published. There is no login: publish it to 127.0.0.1 as above, or put a
# reverse proxy in front, and then name the host it is reached by in STREAMLIT_SERVER_ALLOWED_HOSTS.
CMD ["/opt/mapapp/bin/mapapp", "app", "--address", "0.0.0.0", "--port", "8501", "--no-browser"]
