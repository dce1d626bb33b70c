import { useEffect } from 'react';

/** The tab says where one is: "People · Seloste". */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Seloste` : 'Seloste';
  }, [title]);
}
