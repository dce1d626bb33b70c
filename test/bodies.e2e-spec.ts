import { createTestApp, type TestApp } from '@seloste/testing';

describe('a body', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const post = async (body: string | Buffer<ArrayBuffer>, type = 'application/json') => {
    const headers = { 'Content-Type': type };
    const answer = await fetch(`${await app.app.getUrl()}/api/v1/sessions`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.headers.get('content-type')).toMatch(/application\/problem\+json/);
    const problem = (await answer.json()) as { status: number; code: string; requestId: string };
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
    expect(problem.status).toBe(answer.status);
    return problem;
  };

  it.each([
    ['that is not JSON', '{"email":', 400, 'bad_request'],
    ['that is a list', '[]', 400, 'validation_failed'],
    ['nested too deeply', `{"email":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, 'nested_too_deeply'],
    [
      'with a name that reaches a prototype',
      '{"email":{"a":[{"__proto__":{"b":1}}]}}',
      400,
      'forbidden_name',
    ],
    ['with a field called constructor', '{"constructor":{"prototype":{"b":1}}}', 400, 'validation_failed'],
    ['that is too large', JSON.stringify({ email: 'x'.repeat(1_100_000) }), 413, 'too_large'],
  ])('%s is a problem document', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, code });
  });

  it('in another encoding is refused rather than losing letters', async () => {
    const latin1 = Buffer.from('{"email":"ängström@example.com","password":"x"}', 'latin1');
    expect(await post(latin1)).toMatchObject({ status: 400, code: 'not_utf8' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'of %s is refused',
    async (type) => {
      expect(await post('email=a', type)).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    },
  );
});
