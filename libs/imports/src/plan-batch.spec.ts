import type { ImportedCompany, ImportedPerson } from './import-row.entity.js';
import { planBatch, type PendingRow } from './plan-batch.js';

const person = (fields: Partial<ImportedPerson> = {}): ImportedPerson => ({
  firstName: 'Aino',
  lastName: 'Ek',
  emails: [],
  phones: [],
  title: null,
  areaOfResponsibility: null,
  department: null,
  language: null,
  authorisations: [],
  interests: [],
  ...fields,
});

const company = (fields: Partial<ImportedCompany> = {}): ImportedCompany => ({
  name: 'Kvarnen',
  businessId: null,
  vatNumber: null,
  legalForm: null,
  industryCode: null,
  size: null,
  phone: null,
  email: null,
  website: null,
  street: null,
  postalCode: null,
  city: null,
  country: null,
  status: null,
  ...fields,
});

const origin = {
  ownerId: null,
  source: { kind: 'event' as const, what: 'Messut', collectedOn: '2026-11-01' },
};

function plan(...records: Partial<PendingRow['record']>[]) {
  const rows = records.map((record, n) => ({
    line: n + 2,
    record: { person: null, company: null, note: null, ...record },
  }));
  return planBatch(rows, [], origin);
}

const results = ({ outcomes }: ReturnType<typeof plan>) => outcomes.map(({ result }) => result);

describe('a batch of rows', () => {
  it('brings a company in once, by its number or by its name in any case', () => {
    const { companies, people } = plan(
      { company: company({ businessId: '1927400-1' }), person: person() },
      { company: company({ name: 'KVARNEN' }), person: person({ lastName: 'Berg' }) },
      {
        company: company({ name: 'Kvarnen Ab', businessId: '1927400-1' }),
        person: person({ lastName: 'Dal' }),
      },
    );
    expect(companies).toHaveLength(1);
    expect(new Set(people.map(({ companyId }) => companyId))).toEqual(new Set([companies[0]?.id]));
  });

  it('keeps companies of one name apart when their numbers differ', () => {
    const { companies } = plan(
      { company: company({ businessId: '1927400-1' }), person: person() },
      { company: company({ businessId: '0112038-9' }), person: person() },
    );
    expect(companies).toHaveLength(2);
  });

  it('takes people of one name at one company, or with one address, for one', () => {
    expect(
      results(
        plan(
          { company: company(), person: person() },
          { company: company(), person: person({ firstName: 'AINO' }) },
          { person: person({ lastName: 'Berg', emails: ['a@b.fi'] }) },
          { person: person({ lastName: 'Dal', emails: ['a@b.fi'] }) },
        ),
      ),
    ).toEqual(['new', 'duplicate', 'new', 'duplicate']);
  });

  it('lets colleagues share a number, and two strangers a name', () => {
    const phones = ['+35891234567'];
    expect(
      results(
        plan(
          { person: person({ phones }) },
          { person: person({ phones, lastName: 'Berg' }) },
          { person: person() },
          { person: person() },
        ),
      ),
    ).toEqual(['new', 'new', 'new', 'new']);
  });

  it('gives each person and company the source, the owner and no value of its own', () => {
    const { companies, people, notes } = plan({
      company: company({ city: 'Vasa', country: 'SE' }),
      person: person(),
      note: 'Möttes på mässan',
    });
    expect(companies).toMatchObject([
      {
        source: origin.source,
        ownerId: null,
        relationshipStatus: 'prospect',
        country: 'SE',
        addresses: [{ type: 'visiting', city: 'Vasa', country: 'SE', street: null }],
      },
    ]);
    expect(people).toMatchObject([{ sources: [origin.source], bases: [], language: null }]);
    expect(notes).toMatchObject([{ contactId: people[0]?.id, companyId: companies[0]?.id }]);
  });
});
