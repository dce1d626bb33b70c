import { Button, Checkbox, NumberInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, ok } from '../../../api/client.js';
import type { Role, SecuritySettings } from '../../../api/model.js';
import { meQuery, usersQuery } from '../../../api/queries.js';
import { FormMessage, toast, useForm } from '../../../ui/index.js';
import admin from '../Admin.module.css';
import settingsClasses from '../Settings.module.css';
import { roles } from '../users/role-values.js';
import { withoutFactor } from './affected.js';
import { securitySettingsQuery } from './queries.js';

type Changes = Partial<Pick<SecuritySettings, 'secondFactorRoles' | 'exportApprovalThreshold'>>;

/** Changes some of the settings; the others stay as they were read. */
function useSave(settings: SecuritySettings) {
  const client = useQueryClient();
  return async (changes: Changes) => {
    const { secondFactorRoles, exportApprovalThreshold } = settings;
    const saved = await ok(
      api.PUT('/security-settings', {
        body: { secondFactorRoles, exportApprovalThreshold, ...changes },
        headers: ifMatch(settings),
      }),
    ).finally(() => void client.invalidateQueries({ queryKey: securitySettingsQuery.queryKey, exact: true }));
    client.setQueryData(securitySettingsQuery.queryKey, saved);
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
    return saved;
  };
}

const same = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

/** Which roles need a second factor; says whom a new demand concerns before it counts. */
export function Demands({ settings }: { settings: SecuritySettings }) {
  const { t } = useTranslation(['access', 'common']);
  const save = useSave(settings);
  const users = useQuery(usersQuery);
  const form = useForm({
    initial: { secondFactorRoles: settings.secondFactorRoles },
    save: ({ secondFactorRoles }) => save({ secondFactorRoles }),
    onSaved: () => toast(t('saved')),
  });
  const wanted = form.values.secondFactorRoles;
  const concerned = withoutFactor(users.data?.items ?? [], wanted);
  return (
    <form {...form.form} className={settingsClasses.fields}>
      <Checkbox.Group
        aria-label={t('factors.title')}
        value={wanted}
        onChange={(chosen) =>
          form.set(
            'secondFactorRoles',
            roles.filter((role) => chosen.includes(role)),
          )
        }
      >
        <div className={settingsClasses.choices}>
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={t(`common:role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {wanted.length > 0 && users.data && (
        <p className={admin.notice} data-tone={concerned.length > 0 ? 'warn' : undefined}>
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
          <span>
            {concerned.length === 0
              ? t('factors.nobody')
              : t('factors.concerned', {
                  count: concerned.length,
                  names: concerned.map(({ name }) => name).join(', '),
                })}
          </span>
        </p>
      )}
      <FormMessage>{form.message}</FormMessage>
      <Button
        type="submit"
        className={settingsClasses.submit}
        disabled={same(wanted, settings.secondFactorRoles)}
        loading={form.saving}
      >
        {t('common:action.save')}
      </Button>
    </form>
  );
}

/** From how many people on an export needs a second person's approval. */
export function Threshold({ settings }: { settings: SecuritySettings }) {
  const { t } = useTranslation(['access', 'common']);
  const save = useSave(settings);
  const form = useForm<{ exportApprovalThreshold: number | string }>({
    initial: { exportApprovalThreshold: settings.exportApprovalThreshold },
    check: ({ exportApprovalThreshold }): { exportApprovalThreshold?: string } =>
      typeof exportApprovalThreshold === 'number'
        ? {}
        : { exportApprovalThreshold: t('common:fieldError.required') },
    save: ({ exportApprovalThreshold }) => save({ exportApprovalThreshold: Number(exportApprovalThreshold) }),
    onSaved: () => toast(t('saved')),
  });
  return (
    <form {...form.form} className={settingsClasses.fields}>
      <NumberInput
        label={t('threshold.label')}
        description={t('threshold.about')}
        size="sm"
        min={0}
        max={1_000_000}
        thousandSeparator=" "
        allowDecimal={false}
        {...form.field('exportApprovalThreshold')}
      />
      <FormMessage>{form.message}</FormMessage>
      <Button
        type="submit"
        className={settingsClasses.submit}
        disabled={form.values.exportApprovalThreshold === settings.exportApprovalThreshold}
        loading={form.saving}
      >
        {t('common:action.save')}
      </Button>
    </form>
  );
}
