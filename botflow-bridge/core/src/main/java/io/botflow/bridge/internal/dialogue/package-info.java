/** What the bot endpoint remembers between two turns, on whichever instance they are. */
@javax.annotation.ParametersAreNonnullByDefault
package io.botflow.bridge.internal.dialogue;
