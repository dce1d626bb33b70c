import type { Me, Permission } from '../api/model.js';
import type { AddKind } from './dialogs.js';
import { may } from './use-may.js';

const needs: Record<AddKind, Permission> = {
  person: 'contacts.create',
  company: 'companies.create',
  interaction: 'interactions.create',
};

/** What the user may add, in the order in which it is offered. */
export const addableBy = (me: Me): AddKind[] =>
  (['person', 'company', 'interaction'] as const).filter((kind) => may(me, needs[kind]));
