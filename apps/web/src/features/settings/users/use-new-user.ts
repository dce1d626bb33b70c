import { useTranslation } from 'react-i18next';
import type { Language, Role } from '../../../api/model.js';
import { useMe } from '../../../shell/use-me.js';
import { useForm } from '../../../ui/index.js';
import { endOfDay } from './role-values.js';

export interface NewUserValues {
  name: string;
  email: string;
  roles: Role[];
  language: Language;
  teamIds: string[];
  duty: string;
  kind: 'staff' | 'outside';
  endsOn: string | null;
  password: string;
}

/** What both ways of letting somebody in send. */
export const accountBody = ({ name, email, roles, language, duty, kind, endsOn }: NewUserValues) => ({
  name: name.trim(),
  email: email.trim(),
  roles,
  language,
  kind,
  duty: duty.trim() || null,
  endsAt: endsOn ? endOfDay(endsOn) : null,
});

interface NewUserOptions<Saved> {
  /** Must a password be given? */
  withPassword: boolean;
  save: (values: NewUserValues) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
}

/** The form of somebody new. */
export function useNewUser<Saved>({ withPassword, save, onSaved }: NewUserOptions<Saved>) {
  const { t } = useTranslation(['users', 'common']);
  const { controller } = useMe();
  return useForm<NewUserValues, Saved>({
    initial: {
      name: '',
      email: '',
      roles: ['salesperson'],
      language: controller.language,
      teamIds: [],
      duty: '',
      kind: 'staff',
      endsOn: null,
      password: '',
    },
    aliases: { endsAt: 'endsOn' },
    problems: { already_invited: t('problem.alreadyInvited'), email_taken: t('problem.emailTaken') },
    check: (values) => {
      const required = t('common:fieldError.required');
      return {
        ...(values.name.trim() ? {} : { name: required }),
        ...(values.email.trim() ? {} : { email: required }),
        ...(values.roles.length > 0 ? {} : { roles: t('problem.noRole') }),
        ...(withPassword && !values.password ? { password: required } : {}),
        ...(values.kind === 'outside' && !values.endsOn ? { endsOn: t('problem.outsideNeedsEnd') } : {}),
      };
    },
    save,
    onSaved,
  });
}
export type NewUserForm = ReturnType<typeof useNewUser<unknown>>;
