package io.dorsal.ingest.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateEvent;

/** Ends a connection that has been silent for one and a half keep-alive times, unless it is we who do not listen. */
final class KeepAlive extends ChannelInboundHandlerAdapter {
    private final Runnable whenSilent;

    KeepAlive(Runnable whenSilent) {
        this.whenSilent = whenSilent;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof IdleStateEvent)) {
            context.fireUserEventTriggered(event);
        } else if (context.channel().config().isAutoRead()) {
            whenSilent.run();
        }
    }
}
