// Names on the window before the library comes.
window.namesBefore = Object.getOwnPropertyNames(window);
