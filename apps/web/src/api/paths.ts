import type * as M from './model.js';

/** The operations of /api/v1 in the form openapi-fetch reads. */
interface Op<Answer, Body = never, Query = Record<never, never>> {
  parameters: { query?: Query; header?: { 'If-Match'?: string } };
  requestBody?: [Body] extends [never] ? never : { content: { 'application/json': Body } };
  responses: {
    200: { content: { 'application/json': Answer } };
    default: { content: { 'application/problem+json': M.ProblemDetails } };
  };
}
interface OpWithBody<Answer, Body> {
  parameters: { header?: { 'If-Match'?: string } };
  requestBody: { content: { 'application/json': Body } };
  responses: Op<Answer>['responses'];
}
/** The operations of one resource, all taking its id. */
type ById<Ops> = { [Method in keyof Ops]: Ops[Method] & { parameters: { path: { id: string } } } };
interface Paging {
  q?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}
interface CompanyQuery extends Paging {
  status?: string;
  ownerId?: string;
  industryCode?: string;
  legalForm?: string;
  product?: string;
  archived?: boolean;
}
interface ContactQuery extends Paging {
  companyId?: string;
  ownerId?: string;
  language?: string;
  status?: string;
  areaOfResponsibility?: string;
  archived?: boolean;
}
interface InteractionQuery extends Paging {
  type?: string;
  contactId?: string;
  companyId?: string;
  authorId?: string;
  since?: string;
  until?: string;
}
interface TimelineQuery {
  type?: string;
  limit?: number;
  cursor?: string;
}

export interface paths {
  '/setup': {
    get: Op<{ done: boolean }>;
    post: OpWithBody<
      { controller: M.Controller; user: M.User },
      {
        token: string;
        controller: { name: string; businessId: string; language: M.Language };
        admin: { name: string; email: string; password: string };
      }
    >;
  };
  '/sessions': { post: OpWithBody<M.Me, { email: string; password: string }> };
  '/sessions/current': { delete: Op<undefined> };
  '/me': {
    get: Op<M.Me>;
    patch: OpWithBody<M.Me, Partial<Pick<M.Me, 'name' | 'language' | 'theme'>>>;
  };
  '/me/password': { put: OpWithBody<undefined, { currentPassword: string; newPassword: string }> };
  '/controller': {
    get: Op<M.Controller>;
    patch: OpWithBody<M.Controller, Partial<Omit<M.Controller, 'id'>>>;
  };
  '/users': {
    get: Op<M.Page<M.User>, never, Paging>;
    post: OpWithBody<
      M.User,
      { name: string; email: string; password: string; roles: M.Role[]; language: M.Language }
    >;
  };
  '/users/{id}': ById<{
    patch: OpWithBody<M.User, Partial<Pick<M.User, 'name' | 'roles' | 'language' | 'active'>>>;
  }>;
  '/industries': { get: Op<{ items: M.Industry[] }> };
  '/companies': {
    get: Op<M.Page<M.CompanyListItem>, never, CompanyQuery>;
    post: OpWithBody<M.Company, M.NewCompany>;
  };
  '/companies/{id}': ById<{ get: Op<M.Company>; patch: OpWithBody<M.Company, M.CompanyPatch> }>;
  '/companies/{id}/archival': ById<{ put: Op<M.Company>; delete: Op<M.Company> }>;
  '/companies/{id}/timeline': ById<{ get: Op<M.Page<M.TimelineItem>, never, TimelineQuery> }>;
  '/contacts': {
    get: Op<M.Page<M.ContactListItem>, never, ContactQuery>;
    post: OpWithBody<M.Contact, M.NewContact>;
  };
  '/contacts/{id}': ById<{ get: Op<M.Contact>; patch: OpWithBody<M.Contact, M.ContactPatch> }>;
  '/contacts/{id}/archival': ById<{ put: Op<M.Contact>; delete: Op<M.Contact> }>;
  '/contacts/{id}/timeline': ById<{ get: Op<M.Page<M.TimelineItem>, never, TimelineQuery> }>;
  '/interactions': {
    get: Op<M.Page<M.Interaction>, never, InteractionQuery>;
    post: OpWithBody<M.Interaction, M.NewInteraction>;
  };
  '/interactions/{id}': ById<{
    get: Op<M.Interaction>;
    patch: OpWithBody<M.Interaction, M.InteractionPatch>;
  }>;
  '/interactions/{id}/revisions': ById<{ get: Op<M.Page<M.InteractionRevision>> }>;
  '/search': { get: Op<{ items: M.SearchHit[] }, never, { q: string; limit?: number; kind?: string }> };
  '/today': { get: Op<M.Today> };
  '/imports': {
    get: Op<M.Page<M.Import>, never, Paging>;
    post: {
      requestBody: { content: { 'multipart/form-data': { file: File } } };
      responses: Op<M.Import>['responses'];
    };
  };
  '/imports/{id}': ById<{ get: Op<M.Import> }>;
  '/imports/{id}/mapping': ById<{ put: OpWithBody<M.Import, M.ImportMapping> }>;
  '/imports/{id}/dry-runs': ById<{ post: Op<M.Import> }>;
  '/imports/{id}/runs': ById<{ post: Op<M.Import> }>;
  '/imports/{id}/rows': ById<{
    get: Op<M.Page<M.ImportRow>, never, { result?: string; limit?: number; cursor?: string }>;
  }>;
}
