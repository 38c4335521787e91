/** Returns whether the origin is on this machine. */
export function isLocalOrigin(origin: string): boolean {
  const {hostname} = URL.canParse(origin) ? new URL(origin) : {hostname: ''};
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
  );
}

/**
 * Returns headers that let a page of `origin` send its session and read the answer. The value `*` does not allow
 * sessions.
 */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  vary: 'Origin',
});

/** Returns the answer to a preflight request: all methods and headers are allowed. */
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

/** Lets pages of `origin` read the response. */
export function withCors(response: Response, origin: string | null): Response {
  if (origin) for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  return response;
}
