import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Template.module.css';

const fields = ['firstName', 'lastName', 'title', 'areaOfResponsibility', 'company', 'ownerName'] as const;

/** Offers what a letter may say of its reader, with words for readers of whom it is not known. */
export function FieldMenu({ onChoose }: { onChoose: (token: string) => void }) {
  const { t } = useTranslation('mail');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.field}
          leftSection={<IconBraces size={13} stroke={1.7} aria-hidden />}
        >
          {t('templates.fields')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('templates.fallback')}</Menu.Label>
        {fields.map((field) => (
          <Menu.Item
            key={field}
            onClick={() => onChoose(`{{${field}|${t(`templates.otherwise.${field}`)}}}`)}
          >
            {t(`templates.field.${field}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
