import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/index.js';
import { InlineForm } from './InlineForm.js';
import classes from './InlineTags.module.css';

interface Props {
  label: string;
  hint?: string;
  value: string[];
  onSave: (value: string[]) => Promise<unknown>;
}

/** A few words each, shown as chips. */
export function InlineTags({ label, hint, value, onSave }: Props) {
  const { t } = useTranslation('people');
  return (
    <InlineForm
      label={label}
      value={value}
      onSave={onSave}
      fields={(draft, set) => (
        <TagsInput
          label={label}
          description={t('tagHint')}
          placeholder={hint}
          value={draft}
          onChange={set}
          maxTags={50}
          acceptValueOnBlur
          splitChars={[';', '\n']}
        />
      )}
    >
      {value.length > 0 && (
        <div className={classes.chips}>
          {value.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </div>
      )}
    </InlineForm>
  );
}
