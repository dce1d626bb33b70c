import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../api/model.js';
import { roles } from './role-values.js';
import classes from './Users.module.css';

interface RoleChoiceProps {
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
}

/** The roles to give, each with what it opens. */
export function RoleChoice({ value, onChange, error }: RoleChoiceProps) {
  const { t } = useTranslation(['users', 'common']);
  return (
    <Checkbox.Group
      label={t('roles')}
      error={error}
      value={value}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <div className={classes.roleChoice}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            size="sm"
            label={t(`common:role.${role}`)}
            description={t(`roleAbout.${role}`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
