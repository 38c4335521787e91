/** Returns whether the origin is on this machine. */
export function isLocalOrigin(origin: string): boolean {
  const {hostname} = URL.canParse(origin) ? new URL(origin) : {hostname: ''};
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
  );
}

/**
 * Returns headers that allow a page of `origin` to send its session cookie and to read the answer. The headers name the
 * origin, because browsers do not accept `*` for requests with cookies.
 */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  vary: 'Origin',
});

/** Returns the answer to a preflight request. It allows all methods of the REST interface, and all headers. */
export function preflight(request: Request, origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(origin),
      'access-control-allow-methods': 'GET, PUT, POST, DELETE, PATCH',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': '600',
    },
  });
}

/** Adds headers with which pages of `origin` can read the response. Without `origin`, adds no headers. */
export function withCors(response: Response, origin: string | null): Response {
  if (origin) for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  return response;
}
