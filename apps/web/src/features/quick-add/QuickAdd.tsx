import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addableBy } from '../../shell/addable.js';
import type { AddKind, AddPreset } from '../../shell/dialogs.js';
import { useMe } from '../../shell/use-me.js';
import { AddCompany } from './AddCompany.js';
import { AddInteraction } from './AddInteraction.js';
import { AddPerson } from './AddPerson.js';

export interface AddFormProps {
  preset: AddPreset;
  /** The choice between person, company and interaction; stands first in the form. */
  choice: React.ReactNode;
}

const forms = { person: AddPerson, company: AddCompany, interaction: AddInteraction };

/** Adds a person (with a company), a company or an interaction from anywhere. */
export function QuickAdd({ kind, preset }: { kind: AddKind; preset: AddPreset }) {
  const { t } = useTranslation('quickAdd');
  const kinds = addableBy(useMe());
  const [chosen, setChosen] = useState(kinds.includes(kind) ? kind : (kinds[0] ?? kind));
  const Form = forms[chosen];
  return (
    <Form
      preset={preset}
      choice={
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('kind.label')}
          value={chosen}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => setChosen(value)}
        />
      }
    />
  );
}
