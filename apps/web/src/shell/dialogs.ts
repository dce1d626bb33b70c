import { useSyncExternalStore } from 'react';
import { beginTypeAhead, endTypeAhead } from '../features/search/type-ahead.js';

/** What the quick-add form may already know. */
export interface AddPreset {
  name?: string;
  company?: { id: string; name: string };
  contact?: { id: string; name: string };
}
export type AddKind = 'person' | 'company' | 'interaction';
export type ExportKind = 'contacts' | 'companies' | 'audit_events';

export type Dialog =
  | { name: 'search' }
  | { name: 'keys' }
  | { name: 'add'; kind: AddKind; preset: AddPreset }
  | { name: 'export'; kind: ExportKind; filters: Record<string, unknown> }
  | { name: 'mail'; contact: Addressee; purpose: string | null }
  | { name: 'gate'; contact: Addressee; channel: LinkedChannel; href: string }
  | { name: 'request'; contact: Addressee | null }
  | { name: 'breach' }
  | { name: 'company_gate'; company: Addressee; channel: LinkedChannel; href: string };

/** Whom a mail or a call is for. */
export interface Addressee {
  id: string;
  name: string;
}
/** The channels that a link of the browser leads to. */
export type LinkedChannel = 'email' | 'phone' | 'sms';

let open: Dialog | null = null;
const listeners = new Set<() => void>();

function show(dialog: Dialog | null): void {
  open = dialog;
  for (const listener of listeners) listener();
}

/** Opens the search palette. */
export function openSearch(): void {
  if (open?.name !== 'search') beginTypeAhead();
  show({ name: 'search' });
}
/** Opens the sheet of keyboard shortcuts. */
export const openKeys = () => show({ name: 'keys' });
/** Opens quick-add from anywhere; what is already known may be handed over. */
export const openAdd = (kind: AddKind = 'person', preset: AddPreset = {}) =>
  show({ name: 'add', kind, preset });
/** Opens the form that asks what a file of this view is for. */
export const openExport = (kind: ExportKind, filters: Record<string, unknown>) =>
  show({ name: 'export', kind, filters });
/** Opens a mail to a person; the purpose may be known already. */
export const openMail = (contact: Addressee, purpose: string | null = null) =>
  show({ name: 'mail', contact, purpose });
/** Says why a person is not reached this way, and what may still be done. */
export const openGate = (contact: Addressee, channel: LinkedChannel, href: string) =>
  show({ name: 'gate', contact, channel, href });
/** Says that a company forbids being reached this way, and what may still be done. */
export const openCompanyGate = (company: Addressee, channel: LinkedChannel, href: string) =>
  show({ name: 'company_gate', company, channel, href });
/** Opens the form that writes down what somebody asked for about their own data; who they are may be known already. */
export const openRequest = (contact: Addressee | null = null) => show({ name: 'request', contact });
/** Opens the form by which anybody says that something went wrong with data. */
export const openBreach = () => show({ name: 'breach' });
/** Closes whatever the frame has open. */
export function closeDialog(): void {
  endTypeAhead();
  show(null);
}

/** The frame's open dialog. */
export function useOpenDialog(): Dialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
