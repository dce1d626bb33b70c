import { lazy, Suspense, useEffect, useState } from 'react';
import { useOpenDialog } from './dialogs.js';

const SearchPalette = lazy(async () => ({
  default: (await import('../features/search/SearchPalette.js')).SearchPalette,
}));
const QuickAdd = lazy(async () => ({
  default: (await import('../features/quick-add/QuickAdd.js')).QuickAdd,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../features/exports/ExportDialog.js')).ExportDialog,
}));
const ContactGate = lazy(async () => ({
  default: (await import('../features/permissions/ContactGate.js')).ContactGate,
}));
const CompanyGate = lazy(async () => ({
  default: (await import('../features/permissions/CompanyGate.js')).CompanyGate,
}));
const ComposeMail = lazy(async () => ({
  default: (await import('../features/messages/ComposeMail.js')).ComposeMail,
}));
const RecordRequest = lazy(async () => ({
  default: (await import('../features/requests/RecordRequest.js')).RecordRequest,
}));
const ReportBreach = lazy(async () => ({
  default: (await import('../features/breaches/ReportBreach.js')).ReportBreach,
}));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.js')).KeySheet }));

/** The frame's dialogs; each comes as a chunk when it is first opened, fetched ahead when the page is idle. */
export function FrameDialogs() {
  const dialog = useOpenDialog();
  const [used, setUsed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timer = setTimeout(() => void import('../features/search/SearchPalette.js'), 1500);
    return () => clearTimeout(timer);
  }, []);
  if (dialog && !used.has(dialog.name)) setUsed(new Set([...used, dialog.name]));
  return (
    <Suspense fallback={null}>
      {used.has('search') && <SearchPalette opened={dialog?.name === 'search'} />}
      {used.has('keys') && <KeySheet opened={dialog?.name === 'keys'} />}
      {dialog?.name === 'export' && <ExportDialog kind={dialog.kind} filters={dialog.filters} />}
      {dialog?.name === 'gate' && <ContactGate {...dialog} />}
      {dialog?.name === 'company_gate' && <CompanyGate {...dialog} />}
      {dialog?.name === 'mail' && <ComposeMail contact={dialog.contact} purpose={dialog.purpose} />}
      {dialog?.name === 'request' && <RecordRequest contact={dialog.contact} />}
      {dialog?.name === 'breach' && <ReportBreach />}
      {dialog?.name === 'add' && <QuickAdd kind={dialog.kind} preset={dialog.preset} />}
    </Suspense>
  );
}
