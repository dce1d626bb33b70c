/** Where menus, suggestions and dialogs are put; the theme's Portal finds it by id. One per page, inside <main>. */
export function FloatingLayer() {
  return <div id="floats" />;
}
