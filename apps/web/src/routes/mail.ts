import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { queryClient } from '../api/query-client.js';
import { mailTabsFor } from '../features/mail/tabs.js';
import { app } from './app.js';

const mail = createRoute({
  getParentRoute: () => app,
  path: '/mail',
  component: lazyRouteComponent(() => import('../features/mail/MailLayout.js'), 'MailLayout'),
});

const mailHome = createRoute({
  getParentRoute: () => mail,
  path: '/',
  beforeLoad: async () => {
    const [first] = mailTabsFor(await queryClient.ensureQueryData(meQuery));
    redirect({ to: first?.to ?? '/settings/me', replace: true, throw: true });
  },
});

const mailMailings = createRoute({
  getParentRoute: () => mail,
  path: '/mailings',
  component: lazyRouteComponent(() => import('../features/mail/mailings/MailingsPage.js'), 'MailingsPage'),
});

const mailMailing = createRoute({
  getParentRoute: () => mail,
  path: '/mailings/$id',
  component: lazyRouteComponent(() => import('../features/mail/mailings/MailingPage.js'), 'MailingPage'),
});

const mailSegments = createRoute({
  getParentRoute: () => mail,
  path: '/segments',
  component: lazyRouteComponent(() => import('../features/mail/segments/SegmentsPage.js'), 'SegmentsPage'),
});

const mailSegment = createRoute({
  getParentRoute: () => mail,
  path: '/segments/$id',
  component: lazyRouteComponent(() => import('../features/mail/segments/SegmentPage.js'), 'SegmentPage'),
});

const mailTemplates = createRoute({
  getParentRoute: () => mail,
  path: '/templates',
  component: lazyRouteComponent(() => import('../features/mail/templates/TemplatesPage.js'), 'TemplatesPage'),
});

const mailTemplate = createRoute({
  getParentRoute: () => mail,
  path: '/templates/$id',
  component: lazyRouteComponent(() => import('../features/mail/templates/TemplatePage.js'), 'TemplatePage'),
});

const mailSequences = createRoute({
  getParentRoute: () => mail,
  path: '/sequences',
  component: lazyRouteComponent(() => import('../features/mail/sequences/SequencesPage.js'), 'SequencesPage'),
});

const mailSender = createRoute({
  getParentRoute: () => mail,
  path: '/sender',
  component: lazyRouteComponent(() => import('../features/mail/sender/SenderPage.js'), 'SenderPage'),
});

/** What goes out to many. */
export const mailRoutes = mail.addChildren([
  mailHome,
  mailMailings,
  mailMailing,
  mailSegments,
  mailSegment,
  mailTemplates,
  mailTemplate,
  mailSequences,
  mailSender,
]);
