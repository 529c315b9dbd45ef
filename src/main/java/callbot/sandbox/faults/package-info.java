/** What one can break on the page, and mend again. Whatever is broken on purpose is also said on the wire. */
package callbot.sandbox.faults;
