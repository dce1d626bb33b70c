import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Withheld.module.css';

/** A group of fields that a role can be without. */
export type FieldGroup = 'contact_details' | 'privacy' | 'billing' | 'bodies';

/** Says that something is there, or could be, and that the reader's role does not see it. */
export function Withheld({ group }: { group: FieldGroup }) {
  const { t } = useTranslation();
  return (
    <p className={classes.withheld}>
      <IconEyeOff size={14} stroke={1.7} aria-hidden />
      <span>{t(`withheld.${group}`)}</span>
    </p>
  );
}
