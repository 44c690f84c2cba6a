// A file may be dropped anywhere on the form.
const form = document.getElementById("add");
const file = document.getElementById("file");

file.addEventListener("change", () => {
  const large = file.files.length && file.files[0].size > 20 * 1024 * 1024;
  file.setCustomValidity(large ? gettext("An article may have 20 MB at most. Send it in parts.") : "");
  file.reportValidity();
});
form.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("dragging");
});
form.addEventListener("dragleave", (event) => {
  if (!form.contains(event.relatedTarget)) form.classList.remove("dragging");
});
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  form.classList.remove("dragging");
  const one = new DataTransfer();
  one.items.add(event.dataTransfer.files[0]);
  file.files = one.files;
  file.dispatchEvent(new Event("change"));
});
