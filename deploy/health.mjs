/** Ends with 0 when the process of this container answers GET /health with 200: a worker on its port, the API on its own. */
const port = process.env.ROSTRUM_HEALTH_PORT || process.env.ROSTRUM_API_PORT || '8080';
const healthy = await fetch(`http://127.0.0.1:${port}/health`).then(
  (response) => response.ok,
  () => false,
);
process.exit(healthy ? 0 : 1);
