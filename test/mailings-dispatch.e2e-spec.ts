import { createTestApp, type TestApp } from '@seloste/testing';
import { actsOn, aTemplate, MailingHouse, resultsOf } from './support/mailings.js';

describe('mailings that are sent off', () => {
  let app: TestApp;
  let house: MailingHouse;

  beforeAll(async () => {
    app = await createTestApp({ process: 'api' });
    house = await MailingHouse.open(app);
  });
  afterAll(() => app.close());

  it('are sent off once, to the people of that moment, with what was decided about each', async () => {
    const area = house.anArea();
    const [may, no] = [await house.person(area), await house.person(area)];
    await house.object(no);
    const draft = await house.draftTo(area);
    const { body } = await house.dispatch(draft.id).set('If-Match', '"1"').expect(202);
    expect(body).toMatchObject({
      status: 'sending',
      people: 2,
      version: 2,
      dispatchedBy: { name: 'Samu Myyjä' },
    });
    expect(body.senderDomain).toMatchObject({ domain: null, isReady: false });
    const later = await house.person(area);
    expect((await house.dispatch(draft.id).expect(409)).body.code).toBe('mailing_dispatched');
    await house.marketer.patch(`/mailings/${draft.id}`, { name: 'Toinen' }).expect(409);
    await house.marketer.delete(`/mailings/${draft.id}`).expect(409);
    expect(await resultsOf(house.marketer, draft.id)).toMatchObject({ people: 2, undecided: 2, waiting: 0 });
    await house.prepare(draft.id);
    expect(await house.messagesOf(draft.id)).toMatchObject([
      { contact_id: may, language: 'fi', status: 'waiting', paused: false },
    ]);
    const { items, counts } = await house.audienceOf(draft.id);
    expect(counts).toMatchObject({ included: 1, leftOut: 1, undecided: 0 });
    expect(items.map(({ contactId }) => contactId)).not.toContain(later);
    expect(await resultsOf(house.marketer, draft.id)).toMatchObject({
      status: 'sending',
      undecided: 0,
      leftOut: 1,
      leftOutByCode: { objected: 1 },
      waiting: 1,
      accepted: 0,
      objected: 0,
    });
    expect(await actsOn(app, draft.id)).toEqual(['mailing.create', 'mailing.dispatch', 'mailing.prepare']);
  });

  it('say what they have to do with the work of those who get them, by areas or in words, before they leave (C2)', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    const patch = (fields: object) => house.marketer.patch(`/mailings/${id}`, fields).expect(200);
    await patch({ roleReason: null });
    expect((await house.dispatch(id).expect(409)).body.code).toBe('role_link_missing');
    await patch({ areas: [area] });
    await house.dispatch(id).expect(202);
  });

  it('are given the time that it takes to write down very many people at one moment', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    await app.rows(`
      CREATE TABLE given (time text);
      CREATE FUNCTION note_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN INSERT INTO public.given SELECT current_setting('statement_timeout'); RETURN NULL; END $$;
      CREATE TRIGGER noting AFTER INSERT ON mailing_recipients FOR EACH STATEMENT EXECUTE FUNCTION note_time()`);
    await house.dispatch(id).expect(202);
    expect(await app.rows('SELECT time FROM given')).toEqual([{ time: '10min' }]);
    await app.rows('DROP TABLE given; DROP FUNCTION note_time() CASCADE');
  });

  it('are sent off by one of two who do it at once', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    const answers = await Promise.all([
      house.dispatch(id),
      house.manager.post(`/mailings/${id}/dispatch`, {}),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await Promise.all([house.prepare(id), house.prepare(id)]);
    expect(await house.messagesOf(id)).toHaveLength(1);
  });

  it('are not sent off in the version that somebody else has changed since', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    await house.manager.patch(`/mailings/${id}`, { name: 'Uusi nimi' }).set('If-Match', '"1"').expect(200);
    await house.marketer.patch(`/mailings/${id}`, { name: 'Oma nimi' }).set('If-Match', '"1"').expect(412);
    await house.dispatch(id).set('If-Match', '"1"').expect(412);
    await house.dispatch(id).set('If-Match', '"2"').expect(202);
  });

  it('are not sent off to nobody, for a purpose that is off, or as service without a word why (V4)', async () => {
    const area = house.anArea();
    const contactId = await house.person(area);
    await house.object(contactId);
    const { id } = await house.draftTo(area);
    expect((await house.dispatch(id).expect(409)).body.code).toBe('audience_empty');
    const other = house.anArea();
    await house.person(other);
    const off = await house.draftTo(other);
    await app.rows(`UPDATE purposes SET switched_on = false WHERE key = 'direct_marketing'`);
    expect((await house.audienceOf(off.id)).counts.byCode).toEqual({ purpose_off: 1 });
    expect((await house.dispatch(off.id).expect(409)).body.code).toBe('purpose_off');
    await app.rows(`UPDATE purposes SET switched_on = true WHERE key = 'direct_marketing'`);
    const service = await house.draftTo(area, {
      purpose: 'service',
      templateId: await aTemplate(house.marketer, { purpose: 'service' }),
    });
    expect((await house.dispatch(service.id).expect(409)).body.code).toBe('service_reason_missing');
    await house.marketer
      .patch(`/mailings/${service.id}`, { serviceReason: 'Huoltokatko koskee tilausta' })
      .expect(200);
    await house.dispatch(service.id).expect(202);
    const officer = await app.signIn(house.admin, { roles: ['privacy_officer'] });
    const { body } = await officer.get('/mailings?class=service').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        id: service.id,
        serviceReason: 'Huoltokatko koskee tilausta',
        purposeClass: 'service',
      }),
    ]);
  });

  it('are held and let go on, and are over when they are cancelled', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    expect((await house.marketer.put(`/mailings/${id}/pause`).expect(409)).body.code).toBe(
      'mailing_not_under_way',
    );
    await house.dispatch(id).expect(202);
    await house.prepare(id);
    expect((await house.marketer.put(`/mailings/${id}/pause`).expect(200)).body.status).toBe('paused');
    await house.marketer.put(`/mailings/${id}/pause`).expect(200);
    expect((await house.messagesOf(id))[0]?.paused).toBe(true);
    expect((await house.manager.delete(`/mailings/${id}/pause`).expect(200)).body).toMatchObject({
      status: 'sending',
    });
    expect((await house.messagesOf(id))[0]?.paused).toBe(false);
    expect((await house.marketer.put(`/mailings/${id}/cancellation`).expect(200)).body).toMatchObject({
      status: 'cancelled',
      finishedAt: expect.any(String),
    });
    expect((await house.messagesOf(id))[0]?.status).toBe('cancelled');
    await house.marketer.delete(`/mailings/${id}/pause`).expect(409);
    expect(await actsOn(app, id)).toEqual([
      'mailing.create',
      'mailing.dispatch',
      'mailing.prepare',
      'mailing.pause',
      'mailing.resume',
      'mailing.cancel',
    ]);
  });

  it('held while their messages are being written go on where they stood', async () => {
    const area = house.anArea();
    await house.person(area);
    const { id } = await house.draftTo(area);
    await house.dispatch(id).expect(202);
    await house.marketer.put(`/mailings/${id}/pause`).expect(200);
    await house.prepare(id);
    expect(await house.messagesOf(id)).toEqual([]);
    await house.marketer.delete(`/mailings/${id}/pause`).expect(200);
    await house.prepare(id);
    expect(await house.messagesOf(id)).toHaveLength(1);
  });

  it('wait for somebody else to let them go on when the access of who sent them off has ended (K5)', async () => {
    const area = house.anArea();
    await house.person(area);
    const email = 'lahteva@havukka.example';
    const leaver = await app.signIn(house.admin, { roles: ['marketer'], email });
    const { id } = await house.draftTo(area);
    await leaver.post(`/mailings/${id}/dispatch`, {}).expect(202);
    await app.rows('UPDATE users SET deactivated_at = now() WHERE email = $1', [email]);
    await house.prepare(id);
    expect((await house.marketer.get(`/mailings/${id}`).expect(200)).body.status).toBe('paused');
    expect(await house.messagesOf(id)).toEqual([]);
    await house.marketer.delete(`/mailings/${id}/pause`).expect(200);
    await house.prepare(id);
    expect(await house.messagesOf(id)).toHaveLength(1);
  });
});
