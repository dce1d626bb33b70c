/** What every message of the bench says, at the length of a newsletter; `{{link}}` is the reader's own. */
export const content = {
  subject: 'Syksyn tarjoukset ja uudet palvelut – katso mitä muuttuu',
  text: `${'Hei! Syksyn aikana moni asia muuttuu, ja tässä kerromme mitä.\n'.repeat(30)}\nPeruuta: {{link}}\n`,
  html: `<!doctype html><html lang="fi"><body>${'<p style="margin:0 0 12px">Hei! Syksyn aikana moni asia muuttuu, ja <strong>tässä</strong> kerromme mitä.</p>\n'.repeat(60)}<p><a href="{{link}}">Peruuta</a></p></body></html>`,
};

/** Both sides say the same to as many. */
export const linked = (link: string) => ({
  subject: content.subject,
  text: content.text.replaceAll('{{link}}', link),
  html: content.html.replaceAll('{{link}}', link),
});
