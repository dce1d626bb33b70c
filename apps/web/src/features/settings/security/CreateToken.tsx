import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../../../api/client.js';
import type { Permission, TokenScope } from '../../../api/model.js';
import { useMe } from '../../../shell/use-me.js';
import { FormDialog, useForm } from '../../../ui/index.js';
import classes from './Security.module.css';

const day = 24 * 60 * 60_000;
const lifetimes = ['30', '90', '180', '365'] as const;

interface CreateTokenProps {
  onClose: () => void;
  /** The token, which is shown this once. */
  onMade: (token: string) => void;
}

interface TokenValues {
  name: string;
  days: string;
  scopes: TokenScope[];
}

/** The nouns of the register come first. */
const nouns = ['interactions', 'companies', 'contacts'];
const rankOf = (permission: Permission): number => -nouns.indexOf(permission.split('.')[0] ?? '');

const besides: readonly Permission[] = ['audit.read', 'controller.read', 'users.read', 'system.read'];

/** A program works with the register and reads the log; who may do what is for people alone. */
const isForTokens = (permission: Permission): permission is TokenScope =>
  nouns.includes(permission.split('.')[0] ?? '') || besides.includes(permission);

/** What a program may do under one's name, and for how long. */
export function CreateToken({ onClose, onMade }: CreateTokenProps) {
  const { t } = useTranslation(['security', 'common']);
  const own = useMe()
    .permissions.map(({ permission }) => permission)
    .filter(isForTokens)
    .sort((one, other) => rankOf(one) - rankOf(other));
  const form = useForm<TokenValues, { token: string }>({
    initial: { name: '', days: '90', scopes: [] },
    aliases: { expiresAt: 'days' },
    problems: { too_many_api_tokens: t('problem.too_many_api_tokens') },
    check: ({ name, scopes }) => ({
      ...(name.trim() ? {} : { name: t('common:fieldError.required') }),
      ...(scopes.length > 0 ? {} : { scopes: t('tokens.noScope') }),
    }),
    save: ({ name, days, scopes }) => {
      const expiresAt = new Date(Date.now() + Number(days) * day).toISOString();
      return ok(api.POST('/api-tokens', { body: { name: name.trim(), scopes, expiresAt } }));
    },
    onSaved: ({ token }) => onMade(token),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('tokens.create')} submitLabel={t('tokens.make')} {...form}>
      <TextInput
        label={t('tokens.name')}
        description={t('tokens.nameHint')}
        autoComplete="off"
        data-autofocus
        {...form.input('name')}
      />
      <Select
        label={t('tokens.lifetime')}
        data={lifetimes.map((value) => ({ value, label: t('tokens.days', { count: Number(value) }) }))}
        allowDeselect={false}
        value={form.values.days}
        error={form.errors.days}
        onChange={(days) => days && form.set('days', days)}
      />
      <Checkbox.Group
        label={t('tokens.scopes')}
        description={t('tokens.scopesHint')}
        value={form.values.scopes}
        error={form.errors.scopes}
        onChange={(scopes) =>
          form.set(
            'scopes',
            own.filter((permission) => scopes.includes(permission)),
          )
        }
      >
        <div className={classes.scopes}>
          {own.map((permission) => (
            <Checkbox key={permission} value={permission} label={t(`permission.${permission}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  );
}
